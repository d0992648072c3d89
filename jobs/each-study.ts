/** Does one thing for each study. One study's trouble doesn't keep the others waiting; the first is thrown at the end. */
export async function eachStudy(
  rounds: readonly { readonly study: string }[],
  act: (study: string) => Promise<unknown>,
): Promise<void> {
  const troubles: unknown[] = [];
  for (const { study } of rounds) await act(study).catch((error: unknown) => troubles.push(error));
  if (troubles.length > 0) throw troubles[0];
}
