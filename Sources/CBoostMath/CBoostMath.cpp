#include "CBoostMath.h"

#if !__has_include(<boost/math/distributions/normal.hpp>)
#error "Luwes needs the system libraries libopenblas-dev, libcsv-dev, libsodium-dev and libboost-math-dev: run 'make setup', or install them with your package manager."
#endif

#include <algorithm>
#include <cstdint>
#include <limits>

#include <boost/math/distributions/beta.hpp>
#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/fisher_f.hpp>
#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/lognormal.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/distributions/triangular.hpp>
#include <boost/random/sobol.hpp>

namespace {

namespace policies = boost::math::policies;

using Quiet = policies::policy<
    policies::domain_error<policies::ignore_error>, policies::pole_error<policies::ignore_error>,
    policies::overflow_error<policies::ignore_error>,
    policies::evaluation_error<policies::throw_on_error>>;

using Normal = boost::math::normal_distribution<double, Quiet>;
using Lognormal = boost::math::lognormal_distribution<double, Quiet>;
using Beta = boost::math::beta_distribution<double, Quiet>;
using Gamma = boost::math::gamma_distribution<double, Quiet>;
using StudentT = boost::math::students_t_distribution<double, Quiet>;
using FisherF = boost::math::fisher_f_distribution<double, Quiet>;
using ChiSquared = boost::math::chi_squared_distribution<double, Quiet>;
using Triangular = boost::math::triangular_distribution<double, Quiet>;

/* An exception must not cross into Swift. */
template <typename Calculation>
double orNaN(Calculation calculation) noexcept {
  try {
    return calculation();
  } catch (...) {
    return std::numeric_limits<double>::quiet_NaN();
  }
}

}  // namespace

double luwes_normal_quantile(double probability) {
  return orNaN([=] { return quantile(Normal(), probability); });
}

double luwes_normal_cumulative(double value) {
  return orNaN([=] { return cdf(Normal(), value); });
}

double luwes_lognormal_quantile(double location, double scale, double probability) {
  return orNaN([=] { return quantile(Lognormal(location, scale), probability); });
}

double luwes_lognormal_cumulative(double location, double scale, double value) {
  return orNaN([=] { return cdf(Lognormal(location, scale), value); });
}

double luwes_beta_quantile(double alpha, double beta, double probability) {
  return orNaN([=] { return quantile(Beta(alpha, beta), probability); });
}

double luwes_beta_cumulative(double alpha, double beta, double value) {
  return orNaN([=] { return cdf(Beta(alpha, beta), value); });
}

double luwes_gamma_quantile(double shape, double scale, double probability) {
  return orNaN([=] { return quantile(Gamma(shape, scale), probability); });
}

double luwes_gamma_cumulative(double shape, double scale, double value) {
  return orNaN([=] { return cdf(Gamma(shape, scale), value); });
}

double luwes_triangular_quantile(double low, double mode, double high, double probability) {
  return orNaN([=] { return quantile(Triangular(low, mode, high), probability); });
}

double luwes_triangular_cumulative(double low, double mode, double high, double value) {
  return orNaN([=] { return cdf(Triangular(low, mode, high), value); });
}

double luwes_student_t_quantile(double degrees, double probability) {
  return orNaN([=] { return quantile(StudentT(degrees), probability); });
}

double luwes_student_t_cumulative(double degrees, double value) {
  return orNaN([=] { return cdf(StudentT(degrees), value); });
}

double luwes_fisher_f_exceeded(double numerator, double denominator, double value) {
  return orNaN([=] { return cdf(complement(FisherF(numerator, denominator), value)); });
}

double luwes_fisher_f_quantile(double numerator, double denominator, double probability) {
  return orNaN([=] { return quantile(FisherF(numerator, denominator), probability); });
}

double luwes_chi_squared_quantile(double degrees, double probability) {
  return orNaN([=] { return quantile(ChiSquared(degrees), probability); });
}

int luwes_sobol_points(
    unsigned dimensions, unsigned first, unsigned count, unsigned *points) {
  try {
    boost::random::sobol_engine<std::uint_least32_t, 32u> engine(dimensions);
    /* Boost begins after the origin. */
    unsigned row = 0;
    if (first == 0 && count > 0) {
      std::fill(points, points + dimensions, 0u);
      row = 1;
    } else {
      engine.discard(static_cast<std::uintmax_t>(first - 1) * dimensions);
    }
    for (; row < count; ++row) {
      for (unsigned column = 0; column < dimensions; ++column) {
        points[static_cast<std::size_t>(row) * dimensions + column] = engine();
      }
    }
    return 0;
  } catch (...) {
    return 1;
  }
}
