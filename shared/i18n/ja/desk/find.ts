import type * as en from '../../en/desk/find.ts';

export const find: typeof en.find = {
  title: '検索',
  label: '案件・人・操作',
  hint: '会社名、氏名、ID、または行いたい操作',
  nothing: typed => `「${typed}」に一致するものがありません。短い語でお試しください。`,
  deals: '案件',
  people: '社内の担当者',
  steps: 'この案件の操作',
  places: '移動',
  finding: '検索しています…',
  away: '現在、検索できません。Enter キーでもう一度お試しください。',
  close: '閉じる',
};

export const keys: typeof en.keys = {
  title: 'キーボード操作',
  lead: '文字の入力中でなければ、どの画面でも使用できます。',
  does: {
    find: '案件・人・操作を検索',
    next: '一覧で次の案件へ',
    previous: '一覧で前の案件へ',
    open: '選んだ案件を開く',
    tick: '選んだ案件にチェックを入れる',
    step: '案件画面：次にすることへ移動',
    note: '案件画面：メモを書く',
    home: 'ホーム',
    deals: '案件一覧',
    stuck: '要対応の案件',
    help: 'キーの一覧を表示',
  },
  off: 'このブラウザーでは 1 文字のキーを使わない',
  needScript: 'キー操作には JavaScript が必要です。キー操作がなくても、すべての機能を利用できます。',
  open: 'キーボード操作',
};

export const live: typeof en.live = {
  changed: '画面を更新しました。',
  stale: 'この画面の内容が変わりました。',
  show: '表示する',
  here: '閲覧中：',
  signedOut: 'ログアウトされました。続けるには、もう一度ログインしてください。',
  away: '現在、この画面は自動更新されていません。',
};
