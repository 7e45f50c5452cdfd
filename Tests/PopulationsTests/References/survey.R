# Answers of a made-up survey, and what the R package survey estimates from them: means with
# post-stratification by unit, and raked to unit and sex. Run in this folder: Rscript survey.R
# Made with R 4.2.2 and survey 4.1.1.
library(survey)
set.seed(20261120)
units <- c("A", "B", "C", "D")
staff <- c(A = 40, B = 25, C = 60, D = 12)
men <- c(A = 25, B = 10, C = 36, D = 5)
count <- c(A = 11, B = 7, C = 18, D = 5)
rows <- do.call(rbind, lapply(units, function(u) {
  n <- count[[u]]
  data.frame(unit = u, sex = ifelse(seq_len(n) <= ceiling(n / 3), "L", "P"),
    commute_km = round(exp(rnorm(n, 2.2 + 0.2 * match(u, units), 0.6)), 1),
    interest = rbinom(n, 1, 0.3 + 0.1 * match(u, units)))
}))
write.csv(rows, "survey-answers.csv", row.names = FALSE, quote = FALSE)
rows$staff <- staff[rows$unit]
design <- svydesign(ids = ~1, strata = ~unit, fpc = ~staff, data = rows)
raked <- calibrate(design, ~ unit + sex, calfun = "raking", epsilon = 1e-12, maxit = 500,
  population = c(`(Intercept)` = sum(staff), unitB = 25, unitC = 60, unitD = 12,
    sexP = sum(staff) - sum(men)))
result <- do.call(rbind, lapply(c("commute_km", "interest"), function(question) {
  do.call(rbind, lapply(list(unit = design, `unit+sex` = raked), function(d) {
    mean <- svymean(as.formula(paste("~", question)), d)
    reach <- qt(0.95, degf(design)) * SE(mean)
    data.frame(question = question, mean = coef(mean)[[1]], std_error = as.numeric(SE(mean)),
      low = coef(mean)[[1]] - as.numeric(reach), high = coef(mean)[[1]] + as.numeric(reach))
  }))
}))
result$weights <- rep(c("unit", "unit+sex"), 2)
write.csv(format(result, digits = 15), "survey-estimates.csv", row.names = FALSE, quote = FALSE)
