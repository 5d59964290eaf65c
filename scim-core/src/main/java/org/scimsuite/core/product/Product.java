package org.scimsuite.core.product;

import org.scimsuite.core.directory.UserDirectoryPort;

/** What provisioning works on. */
public record Product(UserDirectoryPort directory, SeatPort seats, LeaverPort leavers) {

    /** A product that neither counts seats nor has anything to do for leavers. */
    public static Product of(UserDirectoryPort directory) {
        return new Product(directory, SeatPort.UNCOUNTED, LeaverPort.NOTHING);
    }
}
