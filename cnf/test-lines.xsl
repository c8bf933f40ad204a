<?xml version="1.0" encoding="UTF-8"?>
<!-- A test report as the lines that Surefire prints. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:template match="/testsuite">
    <xsl:for-each select="testcase[failure or error]">
      <xsl:value-of select="concat('FAILED ', @classname, '.', @name, ': ', (failure|error)/@message, '&#10;')"/>
    </xsl:for-each>
    <xsl:value-of select="concat('Tests run: ', @tests, ', Failures: ', @failures, ', Errors: ', @errors, ', Skipped: ', @skipped)"/>
    <xsl:value-of select="concat(', Time elapsed: ', @time, ' s -- in ', @name)"/>
  </xsl:template>
</xsl:stylesheet>
