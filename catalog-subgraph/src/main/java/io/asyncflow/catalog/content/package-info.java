/** Text pages and menus. */
@NullMarked
package io.asyncflow.catalog.content;

import org.jspecify.annotations.NullMarked;
