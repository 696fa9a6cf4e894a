import { type Connection, Schema } from 'mongoose';

/** What admins have decided at the desk about one thing; without a row, the value of the environment holds. */
export interface DeskSetting {
  /** The name in `shared/desk-settings/values.ts`, which says what the value may be. */
  _id: string;
  value: unknown;
}

export function defineDeskSetting(connection: Connection) {
  const schema = new Schema<DeskSetting>(
    { _id: String, value: Schema.Types.Mixed },
    { collection: 'deskSettings', versionKey: false, minimize: false },
  );
  return connection.model<DeskSetting>('DeskSetting', schema);
}
