#ifndef LUWES_CNUMBERTEXT_SHIM_H
#define LUWES_CNUMBERTEXT_SHIM_H

#include <stddef.h>
#include <stdio.h>

/* Swift cannot call functions with variable arguments, and packing them costs more than printing. */
static inline int luwes_print_general(char *text, size_t capacity, int digits, double value) {
  return snprintf(text, capacity, "%.*g", digits, value);
}

#endif
