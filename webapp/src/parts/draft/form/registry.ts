import type { ValidatorType } from "@rjsf/utils";
import { ArrayPlace, ObjectPlace } from "./places";
import { ListItem, ListItems, ObjectFields, PlainField } from "./templates";
import { ValuePlace } from "./ValuePlace";

/** Notes come from our own validators; the form needs no verdict. */
const validator: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: () => true,
  rawValidation: () => ({}),
};

/** What is the same for every form. */
export const fixed = {
  tagName: "div" as const,
  validator,
  noValidate: true,
  noHtml5Validate: true,
  fields: {
    ObjectField: ObjectPlace,
    ArrayField: ArrayPlace,
    StringField: ValuePlace,
    NumberField: ValuePlace,
    BooleanField: ValuePlace,
  },
  templates: {
    FieldTemplate: PlainField,
    ObjectFieldTemplate: ObjectFields,
    ArrayFieldTemplate: ListItems,
    ArrayFieldItemTemplate: ListItem,
  },
  // A default is what a reader assumes when nothing is sent: a form that fills it in would send it.
  experimental_defaultFormStateBehavior: {
    emptyObjectFields: "skipDefaults",
    arrayMinItems: { populate: "never" },
  } as const,
};
