export const remaining = (days: number) => (days < 1 ? '本日まで' : `あと ${days} 日`);
