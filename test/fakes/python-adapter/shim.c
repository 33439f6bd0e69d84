/* Proves that it was built and loaded, on hosts with and without a C library of its width. */
int pymemspec_fake_answer(void) { return 42; }
