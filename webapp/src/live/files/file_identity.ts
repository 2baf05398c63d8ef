/** Stands for the opened file where a charger's identity stands else; no charger can have it. */
export const fileIdentity = "\u0000file";
