import type * as en from '../../en/mails/frame.ts';

/** The words around every mail. */
export const frame: typeof en.frame = {
  greeting: ({ name, company }) => [company, name ? `${name} 様` : 'ご担当者様'].filter(Boolean).join('\n'),
  staffGreeting: name => `${name} さん`,
  opening: vendor => `いつもお世話になっております。${vendor} です。`,
  staffOpening: 'お疲れさまです。',
  closing: vendor => ['今後ともよろしくお願いいたします。', vendor],
  questions: support =>
    `ご不明な点は、このメールへのご返信、または ${support} までお気軽にお問い合わせください。`,
  reference: dealId => `お問い合わせ番号：${dealId}`,
  sentBy: vendor => `送信元：${vendor}`,
  sentToStaff: 'この案件の担当者宛てに Offerdesk から自動送信しています。',
  sentToTeam: 'Offerdesk をご利用の担当者宛てに自動送信しています。',
  stopReminders: {
    words: 'リマインドが不要な場合は、配信を停止できます。ご契約やお手続きへの影響はありません。',
    label: '配信を停止する',
  },
  escalated: {
    toLead: owner =>
      `この案件の担当者は ${owner} です。このメールは、担当者の上長（未設定の場合は営業担当者全員）にお送りしています。`,
    toSales: 'この案件には担当者がいないため、営業担当者全員にお送りしています。',
  },
  linkFallback: 'ボタンが開かない場合は、次の URL をご利用ください。',
  openDeal: '案件を開く',
  moment: ({ local, utc }) => `${local}（${utc}）`,
};
