import type * as en from '../../../en/desk/audit/audit.ts';

export const audit: typeof en.audit = {
  title: '監査',
  lead: '操作の記録を、改ざんの有無を検証できるファイルに出力します。最近のログインも確認できます。',
  takeOut: 'ファイルの出力',
  from: '開始日',
  until: '終了日',
  what: '出力する内容',
  parts: {
    all: 'すべて',
    timeline: '案件の履歴',
    security: 'ログイン、ログアウト、トークンの使用、監査の出力',
    settings: 'メンバーと設定の変更',
  },
  ofAll: '終了した案件を含む、すべての案件の履歴を出力します。',
  ofTheList: '一覧に表示していた案件の履歴を出力します。',
  chooseDeals: '一覧で案件を選び直す',
  formats: { jsonl: 'JSON Lines で出力', csv: 'CSV で出力' },
  wrongRange: '開始日と終了日を入力してください。終了日は開始日以降の日付にしてください。',
  verify: 'ファイルの検証',
  verifyText:
    '各行には直前の行のハッシュ値が含まれ、最終行には署名があります。次のコマンドで、変更・削除・入れ替えがないことを確認できます。必要なものは Node.js、スクリプト、この公開鍵だけです。',
  command: 'コマンド',
  lately: '最近のログイン',
  columns: ['内容', '利用者', '場所', '日時', '接続元'],
  kinds: {
    signedIn: 'ログイン',
    signInFailed: 'ログイン失敗',
    signedOut: 'ログアウト',
    tokenUsed: 'トークンの使用',
    tokenRefused: '無効なトークン',
    auditExported: '監査の出力',
  },
  doors: { desk: 'デスク', accounts: 'お客様アカウント', api: 'API' },
  nobody: '記録はまだありません',
  nobodyText: 'ログインとトークンの使用は、ここに 400 日間記録されます。',
  ofList: 'これらの案件を監査用に出力',
};
