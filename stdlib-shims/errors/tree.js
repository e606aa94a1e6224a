export function isComparable(type) {
  return type.isComparable;
}

/** Whether a type has the method of the interface error; its key is the plain name. */
export function hasError(type) {
  return type.methods.some((method) => method.name === "Error" && method.key === "Error");
}

export function asValue(error) {
  return error;
}
