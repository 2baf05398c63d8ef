/* eslint-disable @typescript-eslint/consistent-type-imports -- a file that declares modules may not import itself. */
declare module "virtual:schemas/*" {
  export const validators: import("./validators").Validators;
  export const carried: import("./carried").Carried;
}
