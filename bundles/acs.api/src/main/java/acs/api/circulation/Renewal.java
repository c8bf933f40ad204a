// SPDX-License-Identifier: Apache-2.0
package acs.api.circulation;

/**
 * The wish to keep an item longer.
 *
 * @param patron any id of who asks
 * @param item the barcode; empty if only the title is given
 * @param title the title; empty if only the barcode is given. Alone it must fit exactly one loan
 * @param thirdParty whether the patron may ask for a loan of somebody else
 * @param feeAccepted whether the patron agreed to what it costs
 * @param properties what the terminal says of the item, to be stored if not empty
 */
public record Renewal(
        String patron, String item, String title, boolean thirdParty, boolean feeAccepted, String properties) {}
