/**
 * The least that an AWS user needs to find a private offer and accept it, as an IAM policy. Source: the managed policy
 * AWSMarketplaceManageSubscriptions, version 9, of which it is a part.
 */
export const subscribePolicy = JSON.stringify(
  {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: [
          'aws-marketplace:ViewSubscriptions',
          'aws-marketplace:Subscribe',
          'aws-marketplace:ListPrivateListings',
        ],
        Resource: '*',
      },
    ],
  },
  null,
  2,
);
