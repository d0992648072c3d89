# Loads results.csv and computes its figures again from the published distributions.
#
#     Rscript recompute.R [results.csv]
#
# Base R 3.5 or newer is enough. It prints what matches, what does not, and what can't be computed from published
# data, and ends with status 1 if anything differs. After source("recompute.R") in a session, load_results() gives
# the table as a data frame.

TEXTS <- c("study", "item", "item_kind", "item_title", "part", "scale", "scale_labels", "group", "group_title",
           "withheld", "verdict", "consensus_figures", "stability_figures", "confidence_withheld", "confidence_weights",
           "confidence_table", "weighted_percents")
YES_NO <- c("simulated", "imported", "consensus", "stable")
Z <- 1.959963984540054 # the 97.5% point of the standard normal distribution

load_results <- function(path = "results.csv") {
  rows <- read.csv(path, fileEncoding = "UTF-8-BOM", colClasses = "character", na.strings = "", check.names = FALSE)
  for (name in names(rows)) {
    cells <- rows[[name]]
    if (name %in% YES_NO) {
      rows[[name]] <- cells == "true"
    } else if (name %in% TEXTS) {
      # A text that a spreadsheet would run as a formula was written with an apostrophe before it.
      guarded <- grepl("^'+[-=+@\t\r]", cells)
      rows[[name]] <- ifelse(guarded, substring(cells, 2), cells)
    } else {
      rows[[name]] <- as.numeric(cells)
    }
  }
  rows
}

# The answers behind a row, ascending; NULL where the distribution is not published.
answers <- function(row) {
  counts <- grep("^count_", names(row), value = TRUE)
  points <- as.numeric(sub("^count_", "", counts))
  times <- unlist(row[counts])
  if (all(is.na(times))) return(NULL)
  sort(rep(points[!is.na(times)], times[!is.na(times)]))
}

# The 95% interval of a share, in percent (Wilson 1927).
wilson <- function(share, n) {
  middle <- (share + Z^2 / (2 * n)) / (1 + Z^2 / n)
  half <- Z * sqrt(share * (1 - share) / n + Z^2 / (4 * n^2)) / (1 + Z^2 / n)
  c(max(0, 100 * (middle - half)), min(100, 100 * (middle + half)))
}

verdict <- function(consensus, kind, top, bottom) {
  if (consensus) return("agreed")
  # That few chose an option is no majority against it.
  if (kind == "choice") return(if (top > 50) "majority" else "open")
  if (top > 50 || bottom > 50) return("majority")
  if (top >= 30 && bottom >= 30) "divided" else "open"
}

# The figures of a row from its answers, by column.
recomputed <- function(row, given) {
  n <- length(given)
  if (n == 0) return(list(n = 0, median = NA, q1 = NA, q3 = NA, iqr = NA))
  # Type 7 of Hyndman and Fan 1996: linear between the two nearest answers.
  q <- unname(quantile(given, c(0.25, 0.5, 0.75), type = 7))
  figures <- list(n = n, median = q[2], q1 = q[1], q3 = q[3], iqr = q[3] - q[1])
  if (row$scale == "rank") figures$mean_rank <- mean(given)
  if (is.na(row$top_from)) return(figures)
  top <- sum(given >= row$top_from)
  bottom <- sum(given <= row$bottom_to)
  interval <- wilson(top / n, n)
  figures$top_percent <- 100 * top / n
  figures$bottom_percent <- 100 * bottom / n
  figures$interval_low <- interval[1]
  figures$interval_high <- interval[2]
  if (!is.na(row$consensus)) {
    figures$verdict <- verdict(row$consensus, row$item_kind, figures$top_percent, figures$bottom_percent)
  }
  figures
}

# Shares of the confidence on each row of the table of answers by confidence, in percent.
weighted_percents <- function(row) {
  weights <- as.numeric(strsplit(row$confidence_weights, " ")[[1]])
  cells <- strsplit(sub("^.*: ", "", strsplit(row$confidence_table, "; ")[[1]]), " ")
  confidence <- vapply(cells, function(row) sum(as.numeric(row) * weights), 0)
  100 * confidence / sum(confidence)
}

# What is printed as "1 = 20; 2 = 80".
listed <- function(cell) as.numeric(sub("^.* = ", "", strsplit(cell, "; ")[[1]]))

same <- function(printed, computed) {
  if (length(computed) > 1) return(length(printed) == length(computed) && all(mapply(same, printed, computed)))
  if (is.na(printed) || is.na(computed)) return(is.na(printed) && is.na(computed))
  if (is.numeric(printed)) return(abs(printed - computed) <= 5e-9 * max(1, abs(computed)))
  printed == computed
}

check_results <- function(path) {
  rows <- load_results(path)
  matches <- integer(0)
  differences <- character(0)
  too_fine <- 0
  for (at in seq_len(nrow(rows))) {
    row <- as.list(rows[at, ])
    if (!is.na(row$withheld)) next
    given <- answers(row)
    if (is.null(given)) {
      too_fine <- too_fine + 1
      next
    }
    figures <- recomputed(row, given)
    if ("weighted_percents" %in% names(row) && !is.na(row$weighted_percents)) {
      figures$weighted_percents <- weighted_percents(row)
      row$weighted_percents <- listed(row$weighted_percents)
    }
    for (name in names(figures)) {
      if (same(row[[name]], figures[[name]])) {
        matches[name] <- sum(matches[name], 1, na.rm = TRUE)
      } else {
        differences <- c(differences, sprintf(
          "round %s, %s, %s, %s: %s is printed as %s, computed as %s", row$round, row$item, row$part, row$group, name,
          toString(format(row[[name]], digits = 15)), toString(format(figures[[name]], digits = 15))))
      }
    }
  }
  if (isTRUE(rows$simulated[1])) cat("SIMULATED PANEL: no expert gave these answers.\n")
  cat(nrow(rows), " rows in ", path, ".\n", sep = "")
  for (name in names(matches)) cat("  ", name, ": ", matches[[name]], " match\n", sep = "")
  if (too_fine > 0) cat(too_fine, "rows rest on single values that are too fine to be published: not computed.\n")
  withheld <- sum(!is.na(rows$withheld))
  if (withheld > 0) cat(withheld, "rows are withheld and have no figures.\n")
  for (difference in differences) cat("DIFFERS: ", difference, "\n", sep = "")
  if (length(differences) == 0) {
    cat("Everything that can be computed matches.\n")
  } else {
    cat(length(differences), "figures differ.\n")
  }
  length(differences) == 0
}

if (sys.nframe() == 0 && !interactive()) {
  given <- commandArgs(trailingOnly = TRUE)
  script <- sub("^--file=", "", grep("^--file=", commandArgs(), value = TRUE))
  path <- if (length(given) > 0) given[1] else file.path(dirname(script), "results.csv")
  quit(status = if (check_results(path)) 0 else 1)
}
