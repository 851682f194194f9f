/** Somebody else holds the database. Nothing was written; the same again may work. */
export class StoreBusyError extends Error {
  override name = "StoreBusyError";
}

/** The disk is full. Nothing was written, what is stored stays readable, and writing works again once there is space. */
export class StoreFullError extends Error {
  override name = "StoreFullError";
}
