// SPDX-License-Identifier: Apache-2.0
package acs.core.handler;

import static org.assertj.core.api.Assertions.assertThat;

import acs.api.circulation.Item;
import acs.api.circulation.ItemStatus;
import acs.core.handler.Memory.Copy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemTest {
    private static final String NOW = "20260115    093000";
    private static final String START = "17" + NOW + "AOMAIN|";

    private final MemoryLibrary library = Fixtures.library();
    private final Terminal terminal = Terminal.at(library);

    @Test
    void describesAnItem() {
        assertThat(terminal.send(START + "ABI001|"))
                .isEqualTo("18030001" + NOW + "ABI001|AJDubliners|CK001|AQMain stacks|BGMAIN|");
    }

    @Test
    void tellsWhenItIsDueButNotFromWhom() {
        assertThat(terminal.send(START + "ABI002|"))
                .isEqualTo("18040001" + NOW + "ABI002|AJUlysses|CK001|AQMain stacks|APMain stacks|BGMAIN|"
                        + "AH20260125    235959|");
        assertThat(terminal.setting("format_due_date", "1").send(START + "ABI002|"))
                .endsWith("|AH01/25/2026|");
    }

    @Test
    void tellsWhatItCosts() {
        assertThat(terminal.send(START + "ABI006|"))
                .isEqualTo("18030006" + NOW + "ABI006|AJTo rent|CK001|AQMain stacks|BHUSD|BV2.50|BGMAIN|");
    }

    @Test
    void tellsQueueRecallAndPickup() {
        assertThat(terminal.send(START + "ABI011|")).startsWith("1804").contains("|CF1|");
        assertThat(terminal.send(START + "ABL004|")).startsWith("1807").contains("|CJ20260113    093000|");
        assertThat(terminal.send(START + "ABI005|")).startsWith("1808").endsWith("|CM20260120    235900|");
    }

    @Test
    void knowsKindsOfMedia() {
        assertThat(terminal.send(START + "ABI009|")).contains("|CK005|");
    }

    @Test
    void refusesUnknownItem() {
        assertThat(terminal.send(START + "ABI999|")).isEqualTo("18010001" + NOW + "ABI999|AJ|AFInvalid Item|");
        assertThat(terminal.send("17" + NOW + "AOMAIN|")).isEqualTo("18010001" + NOW + "AB|AJ|AFInvalid Item|");
    }

    @Test
    void takesZerosForTheLocalZone() {
        assertThat(terminal.send("17202601150000093000AOMAIN|ABI001|")).startsWith("1803");
    }

    @ParameterizedTest
    @CsvSource({
        "LOST, 12",
        "MISSING, 13",
        "CLAIMED_RETURNED, 11",
        "ON_HOLD_SHELF, 08",
        "IN_TRANSIT, 10",
        "RECALLED, 07",
        "ON_LOAN, 04",
        "IN_PROCESS, 06",
        "ON_ORDER, 02",
        "RESHELVING, 09",
        "AVAILABLE, 03",
        "OTHER, 01"
    })
    void hasACodeForEveryStatus(ItemStatus status, String code) {
        library.memory()
                .copies
                .put("X", new Copy(Item.of("X", "Some").status(status).build()));
        assertThat(terminal.send(START + "ABX|")).startsWith("18" + code + "0001" + NOW);
    }

    @Test
    void sendsTheCollectionThatTheLoginWants() {
        Item item = Item.of("X", "Some")
                .collection("REF")
                .type("BK")
                .callNumber("005.133")
                .attribute("location", "CART")
                .build();
        library.memory().copies.put("X", new Copy(item));
        assertThat(terminal.send(START + "ABX|")).contains("|CRREF|");
        assertThat(terminal.setting("cr_item_field", "itype").send(START + "ABX|"))
                .contains("|CRBK|");
        assertThat(terminal.setting("cr_item_field", "shelving_location").send(START + "ABX|"))
                .contains("|CRCART|");
        assertThat(terminal.setting("cr_item_field", "nonsense").send(START + "ABX|"))
                .doesNotContain("|CR");
    }

    @Test
    void addsWhatTheLoginWants() {
        terminal.setting("item_field.1.field", "IN")
                .setting("item_field.1.code", "itemcallnumber")
                .setting("custom_item_field.1.field", "EA")
                .setting("custom_item_field.1.template", "[% item.homebranch %]/[% item.barcode %]")
                .setting("custom_item_field.2.field", "too long")
                .setting("custom_item_field.2.template", "x");
        assertThat(terminal.send(START + "ABI001|")).endsWith("|BGMAIN|IN|EAMAIN/I001|");
    }

    @Test
    void storesProperties() {
        assertThat(terminal.send("19" + NOW + "AOMAIN|ABI001|CHweight=412g|"))
                .isEqualTo("201" + NOW + "ABI001|AJDubliners|CHweight=412g|");
        assertThat(terminal.send(START + "ABI001|")).contains("|CHweight=412g|");
        assertThat(terminal.send("19" + NOW + "AOMAIN|ABI001|CH|")).isEqualTo("201" + NOW + "ABI001|AJDubliners|");
    }

    @Test
    void storesNothingThatIsNotThere() {
        assertThat(terminal.send("19" + NOW + "AOMAIN|ABI999|CHweight=412g|"))
                .isEqualTo("200" + NOW + "ABI999|AJ|AFInvalid Item|");
        terminal.send("19" + NOW + "AOMAIN|ABI001|CHkept|");
        assertThat(terminal.send("19" + NOW + "AOMAIN|ABI001|"))
                .startsWith("200")
                .contains("incomplete");
        assertThat(terminal.send("19" + NOW + "AOMAIN|ABI001|CH" + "x".repeat(300) + "|"))
                .startsWith("200");
        assertThat(library.memory().known("I001").properties()).isEqualTo("kept");
    }
}
