export type Fault = {
  operation: string;
  kind: 'throttle' | 'error' | 'latency' | 'timeout' | 'reset' | 'lostAnswer';
  /** How many calls it still hits. */
  times: number;
  /** For `latency`, milliseconds. */
  delay?: number;
  /** For `error`: another error than the service's internal one. */
  code?: string;
  status?: number;
  message?: string;
};

export type Job = {
  id: string;
  /** Exactly one of the two: the machine's time in ms, or a business moment in ms. */
  real?: number;
  business?: number;
  task: Task;
};

export type Task =
  | { kind: 'prepareChangeSet'; changeSetId: string }
  | { kind: 'finishChangeSet'; changeSetId: string }
  | { kind: 'enqueue'; eventId: string }
  | { kind: 'deliver'; eventId: string; attempt: number }
  | { kind: 'notify'; message: Record<string, string>; endpoint: string; attempt: number }
  | { kind: 'announceAgreement'; agreementId: string }
  | { kind: 'provisionLicense'; agreementId: string }
  | { kind: 'deprovisionLicense'; agreementId: string }
  | { kind: 'failPayment'; agreementId: string }
  | { kind: 'announceEnd'; agreementId: string; endTime: string; days: number }
  | { kind: 'endAgreement'; agreementId: string; endTime: string }
  | { kind: 'approveCancellation'; requestId: string };
