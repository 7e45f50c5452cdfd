#ifndef LUWES_CCBC_SHIM_H
#define LUWES_CCBC_SHIM_H

#if !__has_include(<coin/Cbc_C_Interface.h>)
#error "Luwes needs the system library coinor-libcbc-dev: run 'make setup', or install it with your package manager."
#endif

#include <coin/Cbc_C_Interface.h>

#endif
