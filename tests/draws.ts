import fc from "fast-check";

/**
 * Draws the same cases in every run, so that nothing but a change makes a test of a property fail. DRAWS is another
 * number to draw from, for looking further.
 */
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.DRAWS ?? 20_261_125) });

export { default as fc } from "fast-check";
