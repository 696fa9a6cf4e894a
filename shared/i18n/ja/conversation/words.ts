import type * as en from '../../en/conversation/words.ts';

export const conversation: typeof en.conversation = {
  title: 'メッセージ',
  from: {
    us: vendor => `${vendor} より`,
  },
  types: {
    inquiryReceived: 'お問い合わせ',
    writeToBuyer: '',
    writeToStaff: '',
    askForChange: '条件変更のご依頼',
    askForMoreTime: '期限延長のご依頼',
    declineOffer: 'ご辞退',
  },
  byMail: 'メール',
  withoutAttachments: count => `このメールの添付ファイル（${count} 件）は保存していません。`,
  sent: 'メッセージを受け付けました。',
  desk: {
    label: 'お客様へのメッセージ',
    hint: names => `${names} にメールで送信し、お客様専用ページにも表示します。`,
  },
};
