/** What things cost together: discounts, tax and shipping, to the last unit. Pure: no I/O and no clock. */
@NullMarked
package io.asyncflow.order.pricing;

import org.jspecify.annotations.NullMarked;
