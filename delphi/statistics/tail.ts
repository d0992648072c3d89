import betainc from "@stdlib/math-base-special-betainc";
import gammainc from "@stdlib/math-base-special-gammainc";
import gammaln from "@stdlib/math-base-special-gammaln";

/** P(X ≥ statistic) for χ² with `df` degrees of freedom, computed as a tail, so that 2e-41 is not printed as 0. */
export function chiSquareTail(statistic: number, df: number): number {
  const x = statistic / 2;
  const a = df / 2;
  // There the library uses an expansion for a ≪ x that has not converged: near x = a its second digit is wrong.
  if (x > 1000 && a > 30 && a < x + 60) return poissonSum(x, a);
  return gammainc(x, a, true, true);
}

/** P(|Z| ≥ z) for the standard normal: Z² is χ² with 1 degree of freedom. */
export function normalTails(z: number): number {
  return chiSquareTail(z * z, 1);
}

/** P(|T| ≥ |t|) for Student's t with `df` degrees of freedom, from the side that keeps its digits. */
export function studentTails(t: number, df: number): number {
  const t2 = t * t;
  if (t2 < 1) return 1 - betainc(t2 / (df + t2), 0.5, df / 2, true, false);
  return betainc(df / (df + t2), df / 2, 0.5, true, false);
}

/** Q(a, x) as the sum of x^k·e^−x/Γ(k + 1) over k = a − 1, a − 2, …, where what is left of it below k = 0 vanishes. */
function poissonSum(x: number, a: number): number {
  let term = Math.exp((a - 1) * Math.log(x) - x - gammaln(a));
  let total = 0;
  for (let k = a - 1; k > 0 && (k > x || term > total * 1e-17); k--) {
    total += term;
    term *= k / x;
  }
  return Math.min(1, total);
}
