/** The log of a charger that has not come yet. */
export const waitingWords = {
  nothingYet: "Nothing from it for a minute.",
};
