#ifndef LUWES_CBOOSTMATH_H
#define LUWES_CBOOSTMATH_H

/* Quantiles and distribution functions of Boost.Math behind C names. All return NaN where undefined. */

#ifdef __cplusplus
extern "C" {
#endif

double luwes_normal_quantile(double probability);
double luwes_normal_cumulative(double value);

#ifdef __cplusplus
}
#endif

#endif
