import type * as en from '../../en/desk/engine-away.ts';

export const engineAway: typeof en.engineAway = {
  title: '現在、案件を更新できません',
  text: '案件を動かすエンジン（Temporal）に接続できません。閲覧は通常どおりできます。操作は受け付けられませんが、フォームに入力した内容は残ります。その間に AWS から届いた通知は保存され、復旧後に案件へ反映されます。復旧すると、この表示は消えます。',
};
