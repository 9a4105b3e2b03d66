import { defineConfig } from '@graphql-hive/gateway';

export const gatewayConfig = defineConfig({
  inboundInflightRequestDeduplication: false,
  logging: 'error',
  // Only the soak has subscriptions: this says where their events come from.
  transportEntries: { reviews: { options: { subscriptions: { kind: 'ws', location: '/reviews' } } } },
});
