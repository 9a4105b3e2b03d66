/** The shop of the benchmark. Always the same: what looks random comes from a seed. */
const MEMBERS = 6;
const PRODUCTS = 9;
const REVIEWS = 18;
const FRESH = 3;
const WORDS = ('sturdy handle arrived before the weekend and holds what it promises although the lid closes with some force my neighbour asked where it '
  + 'came from twice already colour is warmer than on the picture packaging was paper only which we liked the manual could be shorter').split(' ');
let seed = 20_261_121;

const number = below => (seed = (seed * 48_271) % 2_147_483_647) % below;
const sentence = words => Array.from({ length: words }, () => WORDS[number(WORDS.length)]).join(' ');

const members = Array.from({ length: MEMBERS }, (_, i) => ({ __typename: 'User', id: `${i + 1}`, handle: `member${i + 1}`, name: `Member Number ${i + 1}` }));
const products = Array.from({ length: PRODUCTS }, (_, i) => ({
  __typename: 'Product', code: `A${100 + i}`, title: `Article ${i + 1}`, price: 500 + number(150_000), weight: 20 + number(2_000), available: number(3) > 0,
}));
const reviews = Array.from({ length: REVIEWS }, (_, i) => ({
  __typename: 'Review', id: `${i + 1}`, text: sentence(46 + number(18)), author: members[i % MEMBERS], product: products[i % PRODUCTS],
}));
for (const one of members) one.reviews = reviews.filter(({ author }) => author === one);
for (const one of products) one.reviews = reviews.filter(({ product }) => product === one);
/** What it costs to send, of what the representation says: as a gateway has to pass it. Nothing for what is dear. */
const postage = ({ price, weight }) => (price > 100_000 ? 0 : Math.round(weight / 2));
for (const one of products) one.postage = postage(one);

const roots = {
  members: () => members,
  bestsellers: ({ first }) => products.slice(0, first),
  freshReviews: () => reviews.slice(0, FRESH),
};
/** Entities by what identifies them; what a gateway sends along for a requirement is computed with, not what is known here. */
const entities = {
  User: ({ id }) => members.find(one => one.id === id),
  Review: ({ id }) => reviews.find(one => one.id === id),
  Product: ({ code, price, weight }) => ({ ...products.find(one => one.code === code), postage: price === undefined ? null : postage({ price, weight }) }),
};

export { entities, reviews, roots };
