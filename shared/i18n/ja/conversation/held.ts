import type * as en from '../../en/conversation/held.ts';

export const heldMails: typeof en.heldMails = {
  title: '確認待ちのメール',
  tab: 'メール',
  lead: '自動では判断できなかったメールです。案件のメッセージにする、新しいお問い合わせとして登録する、対応不要にする、のいずれかを選んでください。',
  empty: '確認待ちのメールはありません',
  emptyText: 'お客様の返信は自動で案件に登録され、そのほかのメールはお問い合わせとして登録されます。',
  reasons: {
    unknownSender: '案件への返信ですが、差出人が案件に登録されていません',
    severalDeals: '差出人には進行中の案件が複数あります',
    dealClosed: '返信先の案件は終了しています',
    fromStaff: '社内の担当者からのメールです',
    tooMany: '1 時間あたりの受付件数を超えました',
    spam: 'メールサーバーが迷惑メールと判定しました',
    empty: '本文がありません',
  },
  noSubject: '（件名なし）',
  attachments: count => `添付ファイル ${count} 件（保存していません）`,
  dealId: '案件 ID',
  toDeal: 'この案件に追加する',
  open: 'お問い合わせとして登録する',
  dismiss: '対応不要にする',
  done: {
    message: '案件のメッセージとして登録しました。',
    inquiry: 'お問い合わせとして登録しました。',
    dismissed: '対応不要にしました。',
  },
  problems: {
    deal: 'この ID の進行中の案件はありません。案件の画面から ID をコピーしてください。',
    gone: 'このメールは、すでに対応済みです。',
  },
};
