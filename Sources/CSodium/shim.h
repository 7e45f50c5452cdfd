#ifndef LUWES_CSODIUM_SHIM_H
#define LUWES_CSODIUM_SHIM_H

#if !__has_include(<sodium.h>)
#error "Luwes needs the system libraries libopenblas-dev, libcsv-dev, libsodium-dev and libboost-math-dev: run 'make setup', or install them with your package manager."
#endif

#include <sodium.h>

#endif
