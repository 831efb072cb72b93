import { customType, timestamp } from "drizzle-orm/pg-core";

/** Bytes; what is encrypted, mostly. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => "bytea",
  fromDriver: (value) => new Uint8Array(value),
});

/** A moment, with its time zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

/** When a row was made. */
export const createdAt = () => moment("created_at").notNull().defaultNow();
