import type * as en from '../../../en/desk/settings/topics.ts';

export const topics: typeof en.topics = {
  title: 'メール通知',
  lead: 'このメンバーにメールで通知する内容です。選択していない内容も、デスクで確認できます。',
  ownLead: 'メールで受け取る通知の内容です。選択していない内容も、デスクで確認できます。',
  groups: { waiting: '対応が必要な通知', news: 'お知らせ' },
  waitingHint: 'ほかに通知を受け取るメンバーがいない場合は、選択していなくても届きます。',
  names: {
    inquiries: '新しいお問い合わせ',
    buyers: 'お客様からの連絡',
    approvals: '承認',
    troubles: '問題の発生',
    offers: '商談とオファー',
    purchases: '購入と設定',
    terms: '契約の更新と終了',
  },
  means: {
    inquiries: '新しいお問い合わせと、期限内に回答していないお問い合わせ。',
    buyers: 'メッセージ、ご依頼、提案への合意。',
    approvals: '承認待ちの条件と、承認の結果。',
    troubles: '停止した案件、お支払いの失敗、契約に関する AWS からのお知らせ。',
    offers: '進展のない商談と、未読、期限間近、期限切れ、辞退のオファー。',
    purchases: 'オファーの承諾、設定の完了、連携先の変更や連携の解除。',
    terms: '契約内容の変更、契約期間の終了の予告、契約の終了。',
  },
  save: '保存',
};
