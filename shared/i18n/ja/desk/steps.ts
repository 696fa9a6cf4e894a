import type * as en from '../../en/desk/steps.ts';

export const stepWords: typeof en.stepWords = {
  steps: {
    markNegotiationDone: version =>
      `第 ${version} 版で双方が合意したことを記録します。記録した条件は変更できません。`,
    thenApproval: reasons => `次に承認者へ承認を依頼します（${reasons}）。`,
    thenOffer: '続けて AWS でオファーの作成を開始します。',
    comment: 'コメント',
    rejectComment: '修正が必要な点',
    newLastDay: '新しい有効期限',
    newLastDayHint: day => `${day}より後の日付。オファーは協定世界時（UTC）の 23:59:59 に終了します。`,
    reason: '理由',
    reasonHint: '履歴に残ります。お客様には表示されません。',
    withdrawWarning: 'お客様はオファーを承諾できなくなり、案件は終了します。',
    closeWarning: '提示中のオファーは取り下げられます。終了した案件は再開できません。',
    note: 'メモ',
    newOwner: '担当者',
  },
  problems: {
    reason: '後で経緯がわかるように、理由を入力してください。',
    comment: '条件を修正できるように、修正が必要な点を入力してください。',
    note: 'メモを入力してください。',
    message: 'メッセージを入力してください。',
    owner: '一覧から担当者を選択してください。',
    date: '新しい有効期限を選択してください。',
    approve: '条件を確認し、チェックを入れてください。承認すると、すぐにオファーが作成されます。',
    organization: '組織を検索して選択してください。',
    reasonTold: '理由を入力してください。関係者へのメールに記載されます。',
    confirmLink: 'お客様と合意済みであることを確認し、チェックを入れてください。利用できる組織が変わります。',
    confirm: 'お客様と合意済みであることを確認し、チェックを入れてください。承諾された内容で提供されます。',
  },
};
