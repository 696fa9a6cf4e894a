import { activityInfo, heartbeat } from '@temporalio/activity';

const beatMs = 3000;

type Activities = Record<string, (...args: never[]) => Promise<unknown>>;

/**
 * The same activities, each telling Temporal every three seconds that its process lives. A worker that was killed is
 * then noticed within the heartbeat time-out instead of the whole time that an attempt may take.
 */
export function withHeartbeat<T extends Activities>(activities: T): T {
  const beating = Object.entries(activities).map(([name, activity]) => [name, whileBeating(activity)]);
  return Object.fromEntries(beating) as T;
}

function whileBeating(activity: Activities[string]): Activities[string] {
  return async (...args) => {
    if (!activityInfo().heartbeatTimeoutMs) return activity(...args);
    const beat = setInterval(heartbeat, beatMs);
    try {
      return await activity(...args);
    } finally {
      clearInterval(beat);
    }
  };
}
