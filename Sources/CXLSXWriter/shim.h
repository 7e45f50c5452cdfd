#ifndef LUWES_CXLSXWRITER_SHIM_H
#define LUWES_CXLSXWRITER_SHIM_H

#if !__has_include(<xlsxwriter.h>)
#error "Luwes needs the system library libxlsxwriter-dev: run 'make setup', or install it with your package manager."
#endif

#include <xlsxwriter.h>

#endif
