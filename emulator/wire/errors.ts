/** An error of one of AWS's services, with AWS's code, HTTP status and extra members. */
export class AwsError extends Error {
  readonly code: string;
  readonly status: number;
  readonly members: Record<string, unknown>;

  constructor(options: {
    code: string;
    message: string;
    status?: number;
    members?: Record<string, unknown>;
  }) {
    super(options.message);
    this.code = options.code;
    this.status = options.status ?? 400;
    this.members = options.members ?? {};
  }
}

/** One thing that is wrong with a request. `field` is a dotted path such as `ChangeSet.0.ChangeType`. */
export type FieldProblem = { field: string; message: string };
