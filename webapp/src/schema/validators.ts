import type { Kind } from "./carried";
import type { Found } from "./fault";

/** A compiled validator: says whether a payload fits, and keeps what it found. It changes nothing. */
export interface Validator {
  (payload: unknown): boolean;
  errors?: Found[] | null;
}

export type Validators = Record<string, Partial<Record<Kind, Validator>>>;
