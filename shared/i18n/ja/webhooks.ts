import type * as en from '../en/all.ts';

const answers: Record<string, string> = {
  timeout: '時間内に応答なし',
  redirect: 'リダイレクトの応答',
  ECONNREFUSED: '接続を拒否されました',
  ENOTFOUND: 'ホスト名が見つかりません',
};

export const webhooks: typeof en.webhooks = {
  title: 'Webhook',
  lead: '案件の履歴が更新されるたびに、署名を付けて送信先に通知します。受け取られなかった通知は、間隔を空けて自動的に再送します。',
  notSet: '送信先が設定されていません',
  notSetText:
    'api と worker の環境変数 TIMELINE_WEBHOOK_URL と TIMELINE_WEBHOOK_SECRET を設定し、両方を再起動してください。受信側の実装方法は docs/connecting-your-product.md をご覧ください。',
  receiver: '送信先',
  state: '状態',
  active: '稼働中',
  failing: '送信失敗中',
  paused: '一時停止中',
  failures: count => `直近の ${count} 回の送信に失敗しました。`,

  pausedTitle: '送信を停止しています',
  pausedFor: {
    gone: when => `${when} に、送信先から 410 Gone（今後は受け取らない）という応答がありました。`,
    failing: when => `${when} の時点で、1 時間以上にわたり 10 回以上続けて送信に失敗しました。`,
    stillFailing: when => `再開しましたが、${when} の最初の送信も受け取られませんでした。`,
  },
  pausedText: '新しい通知は保留しており、失われることはありません。送信先が復旧したら、再開してください。',
  heldTitle: '保留中の通知があります',
  heldText: count => `${count} 件の通知が保留されています。古いものから順に送信します。`,
  resume: '再開する',
  sendHeld: '保留分を送信する',
  resumed: '保留中の通知を、古いものから順に送信しています',
  resumedText: '画面を再読み込みすると、最新の状況を確認できます。',

  log: '送信履歴',
  filters: { all: 'すべて', failed: '失敗', held: '保留' },
  filterLabel: '表示',
  when: '日時',
  entry: '内容',
  deal: '案件',
  result: '状態',
  attempts: '試行回数',
  lastAnswer: '直近の応答',
  noAnswer: '未送信',
  action: '操作',
  states: { waiting: '送信待ち', delivered: '送信済み', failed: '失敗', held: '保留' },
  status: status => `応答 ${status}`,
  answer: code => answers[code] ?? `接続できません（${code}）`,
  replay: '再送する',
  replayOf: ({ entry, company }) => `再送する：${entry}、${company}`,

  replaySince: 'この日時以降をすべて再送',
  replaySinceHint: zone =>
    `送信先のデータが失われた場合に使用します。タイムゾーンは ${zone} です。webhook-id は元の通知と同じです。`,
  replaySinceSubmit: '再送する',
  badMoment: '過去の日時を入力してください。',

  empty: '通知はまだありません',
  emptyText: '案件に次の動きがあると、最初の通知を送信します。',
  noneFailed: '失敗した通知はありません',
  noneHeld: '保留中の通知はありません',
  noneText: 'すべての通知が送信済み、または送信中です。',

  chatLine: ({ company, stage }) => `${company} – ${stage}`,

  mail: {
    subject: '要対応：履歴の Webhook を停止しました',
    title: '履歴の Webhook を停止しました',
    preheader: '再開するまで、通知を保留します。',
    since: '停止日時',
    why: '理由',
    reasons: {
      gone: '送信先から 410 Gone の応答がありました',
      failing: '1 時間以上にわたり、10 回以上続けて送信に失敗しました',
      stillFailing: '再開後の最初の送信も受け取られませんでした',
    },
    intro:
      '案件の履歴の通知が送信先に受け取られなくなったため、送信を停止しました。新しい通知は保留しており、失われることはありません。',
    next: '送信先を復旧したうえで、Webhook の画面で「再開する」を押してください。保留中の通知を古いものから順に送信します。',
    button: 'Webhook の画面を開く',
  },
};
