package org.scimsuite.core.product;

import java.util.List;

/** How many people a product's licence lets in, and who of them takes a seat. */
public interface SeatPort {

    /** No seats are counted. */
    SeatPort UNCOUNTED = List::of;

    /** The pools as they are at this moment; none where the product counts no seats, or cannot be asked. */
    List<SeatPool> pools();
}
