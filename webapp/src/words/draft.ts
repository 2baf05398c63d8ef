/** The editor of payloads: one draft as form and as JSON. */
export const draftWords = {
  panes: { form: "Form", json: "JSON" },
  as: (name: string) => `${name} as`,
  moment: "One moment…",
  oneDraft: "form and JSON edit one draft",
  reading: (standard: string) => `Reading ${standard}…`,
  notFetched: (standard: string) => `${standard} could not be fetched; nothing is checked.`,
  fits: (standard: string) => `fits ${standard}`,
  notes: (notes: number) => (notes === 1 ? "1 note" : `${notes} notes`),
  goTo: "Go to",
  missing: (line: number, expected: string) => `Line ${line}: ${expected} is missing here.`,
  /** Why there is no form. */
  instead: {
    notYet: "No form yet.",
    unknown: (standard: string, action: string) =>
      action === ""
        ? "Name the action; a form appears here if the standard has one."
        : `${standard} does not know ${action}: write it as JSON.`,
    tooLong: "Too long for a form: change it as JSON.",
    wrong: "The form comes back when the JSON is whole again.",
    noObject: "Only an object has a form: write this as JSON.",
  },
  form: {
    required: "required",
    optional: "optional",
    remove: (field: string) => `Do not send ${field}`,
    notSent: "not sent",
    addIt: (field: string) => `${field}, not sent: add it`,
    nothing: "Nothing to fill in.",
    more: (fields: number) => `${fields} optional`,
    asRows: "As rows",
    add: "Add",
    addTo: (list: string) => `Add to ${list}`,
    removeItem: (number: number) => `Remove item ${number}`,
  },
};
