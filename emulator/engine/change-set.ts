export type Change = {
  changeType: string;
  changeName?: string;
  entityType: string;
  entityId?: string;
  details: Record<string, unknown>;
  errors: Problem[];
};

export type Problem = { code: string; message: string };

export type ChangeSet = {
  id: string;
  name?: string;
  /** Tells a repeated request from another one that uses the same token. */
  requestHash: string;
  status: 'PREPARING' | 'APPLYING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';
  failureCode?: 'CLIENT_ERROR' | 'SERVER_FAULT';
  failureDescription?: string;
  startTime: string;
  endTime?: string;
  changes: Change[];
  injectedFailure?: ChangeSetFailure;
};

export type ChangeSetFailure = { code: string; message: string; changeType?: string };
