#ifndef LUWES_COPENBLAS_SHIM_H
#define LUWES_COPENBLAS_SHIM_H

#if !__has_include(<cblas.h>)
#error "Luwes needs the system libraries libopenblas-dev, libcsv-dev, libsodium-dev and libboost-math-dev: run 'make setup', or install them with your package manager."
#endif

#include <cblas.h>

/* LAPACK's Cholesky factorisation, exported by OpenBLAS with Fortran's calling convention. */
void dpotrf_(const char *uplo, const int *n, double *a, const int *lda, int *info);

/* LAPACK's solution of a system whose matrix dpotrf_ has factored. */
void dpotrs_(const char *uplo, const int *n, const int *nrhs, const double *a, const int *lda,
             double *b, const int *ldb, int *info);

/* LAPACK's eigenvalues and eigenvectors of a symmetric matrix. */
void dsyev_(const char *jobz, const char *uplo, const int *n, double *a, const int *lda, double *w,
            double *work, const int *lwork, int *info);

#endif
