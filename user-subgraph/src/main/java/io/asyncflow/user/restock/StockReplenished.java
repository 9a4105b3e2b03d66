package io.asyncflow.user.restock;

import io.asyncflow.support.events.EventType;

/**
 * Something that was sold out can be bought again; {@code stock.replenished} of the catalogue.
 *
 * @param available how many there are
 */
record StockReplenished(String variantId, long available) {

    static final EventType<StockReplenished> TYPE = new EventType<>("stock.replenished", StockReplenished.class);
}
