/* Sizes of requests: plain ones, and symbols for those that no machine can give. */
#ifndef PYMEMSPEC_SIZES_H
#define PYMEMSPEC_SIZES_H

#include "operations.gen.h"
#include "platform.h"

#define SSIZE_MOST ((size_t)PTRDIFF_MAX)

/* What a size operand stands for; false where size_t is too narrow for it. */
static inline bool size_exists(int32_t operand, size_t *size) {
    if (operand >= 0) {
        *size = (size_t)operand;
        return true;
    }
    switch (operand) {
        case SIZE_IS_SIZE_MAX: *size = SIZE_MAX; return true;
        case SIZE_IS_PY_SSIZE_T_MAX: *size = SSIZE_MOST; return true;
        case SIZE_IS_PY_SSIZE_T_MAX_PLUS_1: *size = SSIZE_MOST + 1; return true;
        case SIZE_IS_PY_SSIZE_T_MAX_MINUS_23: *size = SSIZE_MOST - 23; return true;
        case SIZE_IS_PY_SSIZE_T_MAX_MINUS_24: *size = SSIZE_MOST - 24; return true;
#if SIZE_MAX > UINT32_MAX
        case SIZE_IS_2_POW_62: *size = (size_t)1 << 62; return true;
        case SIZE_IS_2_POW_61: *size = (size_t)1 << 61; return true;
        case SIZE_IS_2_POW_32: *size = (size_t)1 << 32; return true;
#endif
        default: return false;
    }
}

#endif
