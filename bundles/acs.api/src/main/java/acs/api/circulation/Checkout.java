// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

/**
 * The wish to borrow an item.
 *
 * @param patron any id of the patron
 * @param item the barcode
 * @param renewalAllowed whether an item that the patron already has is to be renewed; if not, it is refused with
 *     {@link Refusal#RENEWAL_NOT_ALLOWED} and stays on loan unchanged
 * @param feeAccepted whether the patron agreed to what it costs
 * @param properties what the terminal says of the item, to be stored if not empty
 */
public record Checkout(String patron, String item, boolean renewalAllowed, boolean feeAccepted, String properties) {}
