/* Bytes of blocks: the pattern that a program writes, and how much of it reads back. Everything is
   compared in pieces against prepared pages, because most of a run's time would go here. */
#ifndef PYMEMSPEC_CONTENTS_H
#define PYMEMSPEC_CONTENTS_H

#include "platform.h"

/* A multiple of the pattern's period, so that every piece of a block looks the same. */
#define PIECE ((size_t)4096)
#define PERIOD 256
#define BYTE_CLEAN 0xCD
#define BYTE_DEAD 0xDD
#define BYTE_PAD 0xFD

static unsigned char ramp[PIECE + PERIOD]; /* 0, 1, 2, ... 255, 0, 1, ... */
static unsigned char clean_bytes[PIECE];
static unsigned char dead_bytes[PIECE];
static const unsigned char zero_bytes[PIECE];

static void contents_open(void) {
    for (size_t i = 0; i < sizeof ramp; i++) ramp[i] = (unsigned char)i;
    memset(clean_bytes, BYTE_CLEAN, sizeof clean_bytes);
    memset(dead_bytes, BYTE_DEAD, sizeof dead_bytes);
}

static inline const unsigned char *pattern_of(int32_t id) {
    return ramp + ((37u * (uint32_t)id + 11u) & (PERIOD - 1));
}

/* How many of the first `size` bytes are as in `piece`, repeated. */
static size_t leading(const unsigned char *block, size_t size, const unsigned char *piece) {
    size_t done = 0;
    while (done < size) {
        const size_t part = size - done < PIECE ? size - done : PIECE;
        if (memcmp(block + done, piece, part) != 0) break;
        done += part;
    }
    for (size_t i = 0; done < size && i < PIECE && block[done] == piece[i]; i++) done++;
    return done;
}

static void write_pattern(unsigned char *block, size_t size, int32_t id) {
    const unsigned char *piece = pattern_of(id);
    for (size_t done = 0; done < size; done += PIECE) {
        size_t part = size - done < PIECE ? size - done : PIECE;
        /* Were it known to be small, the compiler would copy in a way that starts slowly. */
        __asm__("" : "+r"(part));
        memcpy(block + done, piece, part);
    }
}

static size_t read_pattern(const unsigned char *block, size_t size, int32_t id) {
    return leading(block, size, pattern_of(id));
}

/* The hooks' bytes around a new block, in one word (spec/operations, pads). */
static int32_t read_pads(const unsigned char *block, size_t size) {
    uint32_t before = 0;
    while (before < WORD - 1 && block[-1 - (ptrdiff_t)before] == BYTE_PAD) before++;
    uint32_t after = 0;
    while (after < WORD && block[size + after] == BYTE_PAD) after++;
    const unsigned char *recorded = block - WORD; /* one past the size's last byte */
    const uint32_t low = (uint32_t)recorded[-2] << 8 | recorded[-1];
    const uint32_t letter = block[-(ptrdiff_t)WORD];
    return (int32_t)(letter | before << 8 | after << 12 | low << 16);
}

#endif
