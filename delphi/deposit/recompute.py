#!/usr/bin/env python3
"""Loads results.csv and computes its figures again from the published distributions.

    python3 recompute.py [results.csv]

It needs Python 3.8 or newer and nothing else. It prints what matches, what does not, and what can't be computed
from published data. It ends with 1 if anything differs. load() gives the rows to scripts of your own.
"""

import csv
import hashlib
import math
import os
import re
import sys

NUMBERS = (
    "edition round scale_min scale_max n abstained not_answered mean_rank median q1 q3 iqr top_from bottom_to top_percent "
    "bottom_percent interval_low interval_high stable_since pairs"
).split()
YES_NO = {"true": True, "false": False}
Z = 1.959963984540054  # the 97.5% point of the standard normal distribution


def load(path="results.csv"):
    """The rows as dictionaries: numbers as numbers, true and false as such, an empty cell as None."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        return [{name: value(name, cell) for name, cell in row.items()} for row in csv.DictReader(file)]


def value(name, cell):
    if cell == "":
        return None
    if name in NUMBERS or name.startswith("count_"):
        return float(cell)
    if name in ("simulated", "imported", "consensus", "stable"):
        return YES_NO[cell]
    # A text that a spreadsheet would run as a formula was written with an apostrophe before it.
    return cell[1:] if re.match(r"'+[=+\-@\t\r]", cell) else cell


def answers(row):
    """The answers behind a row, ascending; None where the distribution is not published."""
    counts = sorted((int(name[6:]), count) for name, count in row.items() if name.startswith("count_"))
    if all(count is None for _, count in counts):
        return None
    return [point for point, count in counts if count is not None for _ in range(int(count))]


def quantile(ordered, share):
    """Linear between the two nearest answers: type 7 of Hyndman and Fan 1996."""
    if not ordered:
        return None
    at = (len(ordered) - 1) * share
    low = math.floor(at)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (at - low) * (ordered[high] - ordered[low])


def wilson(share, n):
    """The 95% interval of a share, in percent (Wilson 1927)."""
    middle = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z * math.sqrt(share * (1 - share) / n + Z**2 / (4 * n**2)) / (1 + Z**2 / n)
    return max(0.0, 100 * (middle - half)), min(100.0, 100 * (middle + half))


def recomputed(row, given):
    """The figures of a row from its answers, by column."""
    n = len(given)
    q1, q3 = quantile(given, 0.25), quantile(given, 0.75)
    figures = {"n": n, "median": quantile(given, 0.5), "q1": q1, "q3": q3, "iqr": None if q1 is None else q3 - q1}
    if row["scale"] == "rank":
        figures["mean_rank"] = sum(given) / n if n else None
    if row["top_from"] is None:
        return figures
    if n == 0:
        return {**figures, "top_percent": None, "bottom_percent": None, "interval_low": None, "interval_high": None}
    top = sum(point >= row["top_from"] for point in given)
    bottom = sum(point <= row["bottom_to"] for point in given)
    low, high = wilson(top / n, n)
    shares = {"top_percent": 100 * top / n, "bottom_percent": 100 * bottom / n}
    figures.update(shares, interval_low=low, interval_high=high)
    if row["consensus"] is not None:
        figures["verdict"] = verdict(row["consensus"], row["item_kind"], **shares)
    return figures


def weighted_percents(row):
    """Shares of the confidence on each row of the table of answers by confidence, in percent."""
    weights = [float(weight) for weight in row["confidence_weights"].split()]
    cells = [line.split(": ")[1].split() for line in row["confidence_table"].split("; ")]
    confidence = [sum(int(cell) * weight for cell, weight in zip(line, weights)) for line in cells]
    return [100 * one / sum(confidence) for one in confidence]


def listed(cell):
    """What is printed as "1 = 20; 2 = 80"."""
    return [float(one.split(" = ")[1]) for one in cell.split("; ")]


def verdict(consensus, kind, top_percent, bottom_percent):
    if consensus:
        return "agreed"
    # That few chose an option is no majority against it.
    if kind == "choice":
        return "majority" if top_percent > 50 else "open"
    if top_percent > 50 or bottom_percent > 50:
        return "majority"
    return "divided" if top_percent >= 30 and bottom_percent >= 30 else "open"


def same(printed, computed):
    if isinstance(computed, list):
        return len(printed) == len(computed) and all(map(same, printed, computed))
    if isinstance(printed, float) and isinstance(computed, (int, float)):
        return abs(printed - computed) <= 5e-9 * max(1.0, abs(computed))
    return printed == computed


def changed_files(folder):
    """Files of the archive whose digest is not the one that SHA256SUMS lists; None without that list."""
    try:
        with open(os.path.join(folder, "SHA256SUMS"), encoding="utf-8") as file:
            listed = [line.rstrip("\n").split("  ", 1) for line in file]
    except OSError:
        return None
    return [name for digest, name in listed if digest_of(os.path.join(folder, name)) != digest]


def digest_of(path):
    try:
        with open(path, "rb") as file:
            return hashlib.sha256(file.read()).hexdigest()
    except OSError:
        return None


def main(path):
    rows = load(path)
    matches, differences, withheld, too_fine = {}, [], 0, 0
    for row in rows:
        given = answers(row)
        if row["withheld"] is not None:
            withheld += 1
        elif given is None:
            too_fine += 1
        else:
            figures = recomputed(row, given)
            if row.get("weighted_percents") is not None:
                figures["weighted_percents"] = weighted_percents(row)
                row["weighted_percents"] = listed(row["weighted_percents"])
            for figure, computed in figures.items():
                if same(row[figure], computed):
                    matches[figure] = matches.get(figure, 0) + 1
                else:
                    place = f"round {row['round']:.0f}, {row['item']}, {row['part']}, {row['group']}"
                    differences.append(f"{place}: {figure} is printed as {row[figure]}, computed as {computed}")
    if rows and rows[0]["simulated"]:
        print("SIMULATED PANEL: no expert gave these answers.")
    print(f"{len(rows)} rows in {path}.")
    for figure, count in matches.items():
        print(f"  {figure}: {count} match")
    if too_fine:
        print(f"{too_fine} rows rest on single values that are too fine to be published: not computed.")
    if withheld:
        print(f"{withheld} rows are withheld and have no figures.")
    changed = changed_files(os.path.dirname(path) or ".")
    if changed is not None:
        print("Every file has the digest that SHA256SUMS lists." if not changed else f"CHANGED: {', '.join(changed)}")
    for difference in differences:
        print(f"DIFFERS: {difference}")
    print("Everything that can be computed matches." if not differences else f"{len(differences)} figures differ.")
    return 1 if differences or changed else 0


if __name__ == "__main__":
    here = os.path.dirname(os.path.abspath(__file__))
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "results.csv")))
