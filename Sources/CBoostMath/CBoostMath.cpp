#include "CBoostMath.h"

#if !__has_include(<boost/math/distributions/normal.hpp>)
#error "Luwes needs the system libraries libopenblas-dev, libcsv-dev, libsodium-dev and libboost-math-dev: run 'make setup', or install them with your package manager."
#endif

#include <boost/math/distributions/normal.hpp>

double luwes_normal_quantile(double probability) {
  return boost::math::quantile(boost::math::normal(), probability);
}

double luwes_normal_cumulative(double value) {
  return boost::math::cdf(boost::math::normal(), value);
}
