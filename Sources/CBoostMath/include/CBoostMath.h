#ifndef LUWES_CBOOSTMATH_H
#define LUWES_CBOOSTMATH_H

/* Quantiles and distribution functions of Boost.Math, and points of Boost.Random, behind C names.
   All return NaN where undefined and infinity where the support has no end; none throws. */

#ifdef __cplusplus
extern "C" {
#endif

double luwes_normal_quantile(double probability);
double luwes_normal_cumulative(double value);
double luwes_lognormal_quantile(double location, double scale, double probability);
double luwes_lognormal_cumulative(double location, double scale, double value);
double luwes_beta_quantile(double alpha, double beta, double probability);
double luwes_beta_cumulative(double alpha, double beta, double value);
double luwes_gamma_quantile(double shape, double scale, double probability);
double luwes_gamma_cumulative(double shape, double scale, double value);
double luwes_triangular_quantile(double low, double mode, double high, double probability);
double luwes_triangular_cumulative(double low, double mode, double high, double value);
double luwes_student_t_quantile(double degrees, double probability);
double luwes_student_t_cumulative(double degrees, double value);
double luwes_fisher_f_exceeded(double numerator, double denominator, double value);
double luwes_fisher_f_quantile(double numerator, double denominator, double probability);
double luwes_chi_squared_quantile(double degrees, double probability);

/* The points `first` to `first + count - 1` of the Sobol' sequence of Boost.Random (directions of
   Joe and Kuo, Gray code order, from the origin on): count rows of `dimensions` fractions of 2^32.
   Returns 0, or 1 when the points can't be made. */
int luwes_sobol_points(
    unsigned dimensions, unsigned first, unsigned count, unsigned *points);

#ifdef __cplusplus
}
#endif

#endif
