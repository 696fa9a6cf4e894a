import type * as en from '../../../en/all.ts';

export const solved: typeof en.solved = {
  title: '手動で解決した場合',
  effects: {
    startChangeSet: 'AWS でオファーをご自身で変更した場合です。案件に反映し、お客様にもお知らせします。',
    followChangeSet: 'AWS でオファーをご自身で変更した場合です。案件に反映し、お客様にもお知らせします。',
    openSecondDeal: '別の購入にご自身で対応した場合です。その購入の案件は作成されません。',
    readAgreement: '',
    readEntitlements: '',
    linkOrganization: 'アカウント側で組織をご自身で連携した場合です。連携済みとして先へ進みます。',
    unlinkOrganization: 'アカウント側で組織の連携をご自身で解除した場合です。解除済みとして先へ進みます。',
    tellProduct: '製品にご自身で反映した場合です。通知済みとして先へ進みます。',
    sendMails: '宛先の方に別の方法で伝えた、または伝える必要がない場合です。これらのメールは送信されません。',
  },
  other: '状況を確認した場合です。この件の通知は届かなくなります。',
  reason: '対応した内容',
  reasonHint: '履歴に残ります。何を、誰が行い、どこで確認できるかを記入してください。',
  missing: '後から経緯がわかるように、対応した内容を記入してください。',
};
