// SPDX-License-Identifier: Apache-2.0
package acs.config.koha;

import java.util.Set;

/** Koha's attributes and child elements of {@code login} that are handed on as they are, and what becomes of them. */
final class LoginAttributes {
    /** Handed on as settings to the core and the implementations, which act on them. */
    static final Set<String> IN_FORCE = Set.of("checked_in_ok");

    /** Handed on likewise, but nobody acts on them yet. */
    static final Set<String> NOT_YET = Set.of(
            "ae_field_template",
            "allow_additional_materials_checkout",
            "allow_empty_passwords",
            "allow_fields",
            "av_field_template",
            "blocked_item_types",
            "convert_nonprinting_characters",
            "cr_item_field",
            "ct_always_send",
            "cv_send_00_on_success",
            "cv_triggers_alert",
            "da_field_template",
            "disallow_overpayment",
            "format_due_date",
            "hide_fields",
            "holds_block_checkin",
            "holds_get_captured",
            "inhouse_item_types",
            "inhouse_patron_categories",
            "lost_block_checkout",
            "lost_block_checkout_value",
            "lost_status_for_missing",
            "overdues_block_checkout",
            "payment_type_writeoff",
            "prevcheckout_block_checkout",
            "register_id",
            "seen_on_item_information",
            "send_patron_home_library_in_af",
            "show_checkin_message",
            "show_outstanding_amount");

    /** Those of both that are switches. */
    static final Set<String> SWITCHES = Set.of(
            "allow_additional_materials_checkout",
            "allow_empty_passwords",
            "checked_in_ok",
            "ct_always_send",
            "cv_send_00_on_success",
            "cv_triggers_alert",
            "disallow_overpayment",
            "format_due_date",
            "holds_block_checkin",
            "holds_get_captured",
            "overdues_block_checkout",
            "prevcheckout_block_checkout",
            "send_patron_home_library_in_af",
            "show_checkin_message",
            "show_outstanding_amount");

    /** Child elements that nobody acts on yet. */
    static final Set<String> CHILDREN_NOT_YET = Set.of(
            "screen_msg_regex",
            "patron_attribute",
            "custom_patron_field",
            "item_field",
            "custom_item_field",
            "sort_bin_mapping");

    private LoginAttributes() {}
}
