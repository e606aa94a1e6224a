package unicode

// Generated from the tables of Unicode 15.0.0. The texts are numbers in base 32, least digit first, with a bit for "more" in each
// character: see ranges in native.js.

// The sets of the general categories.
var (
	Other  = rangeTable(new(RangeTable), "A+BgDgCODrWBDHBEIDCVDuMnBCzBCED4BBMcGHgBXDhGxBC8BCmDa8BCyBCQDdBDCMIgBQrCDiFJCDCXDICEFCKCDCFOCGDDGBDaBDEHGDCXDIDFDBDCGGDCEECMFDCBKSSEDKEDXIDDGCLFEBDCBaFCNMIDEJCDCXDIDDGBDKBDDBDEBKEGDDGBDTBQDDHBCEDFBCDDCDEDEEENGGEEDFBDCBICaWIODEYDRBDKEDFBKDDEBDCBDFBDLBKXDEYDLGCKDEFMDKDDFBDLEWODE0BDEHGRCbDETEZDKCCIECGHDCJKLCEW7BGeoCDDCGDZCDYBDGCDILCF+BpCDlBBEoBDlBQDOBmCnGDCBGCC6LDFBDICDFBDqBFCiBDFBDICDFBDQ6BDFBDkCBDhBBCbK3CCHC+UE6CMXQZQVWODEDW/CCLKLKPDMBI6CMsBInCSgBDNBENGCErBCGUtBGbKME/BCiCDeBDMBILKPCgBgDuCEwBD1DBM9BEQE9BMsBCMOsBI3QCHCnBCHCJHCgBC2BDQPCHDUBDEKDMBGbIyBeDCcDOBCiBciBctEG4UwBMoB14BChBD+KBGuBDCBGCC5BMDaZQIPI/DiCbD6CBU3GyBNGhCD3CBDoDBGsBD/C1CWwBDuzcBC4BQ9KmB5FOsGIDDCGuB8BELK5BOnCONK1DUfEvCDMBEiBD4BBOPCLCoDuBdSHCHCHQIDI9BG/DCLKl9KWYGyBmwQvLCrDqCIWGIbDGCFD+De+NC3BMC+BrBK0BDUFGGDoEBE/FEHCHCHCEEIDIBWDCNDbUDDQCPiC8DIEGuBE5CDOBCC8CvBiIeEyBcdGlBQfIsBIfDmBBEPyC/ECLKlBGlBGpBO1BUNDQIDDMDQIDDBiE4JQXSJuBHDrBKoEHCCDtBDECCYDpCBMK+CUDDBGiBEcIC+D5BGVCzBDDBGJDEeCEGLMKMhC+BoBGNQ3BEeCcIbMFWI+EqCsD0BY0BMvBOLqSgBDrBECD0EsBOrBqBbqCdmBYQvCGlBQ/BDGBWaMLK2BDTBMoBQhDDVBSTDwBB4DIDCFDQMK8BILKFDJBDDBDXIDDGDLBDDBDEBDCBICIICIEG0I9CDGB4BpCOLqK3BCnBiCmCULKOkB7BKLqDcCQGYwL9BmG0CWJCCCJDDfDDBDNBOLqEJCvBCM0BpCO0CYqCMLqPKDuBPSeEhBCXDPBuEIDDtBECDDKOLKHDDmBDDHMLqTaMSDqBBCdqFCczBY8cqGwDDGBSlG2kFkDYxhBeXy6HoSw7Q6RMgBDLBEyCDLBIfCHSnCSLDIWIU+qB8CoGsCG6BMS+DGUDa5/FO3mByCKsuRFDIDDkJBaC4BECCaFOtMmwEsDIOEKMLCF+lJvBCYQ1D2D3HSoBCrCOxDoBnCyHVWVW4CQasI2CDoCDCCCDCFDNCDIiCDFBDJIDdFDGCEID1KBDlJBD/VBaGDQB8kCgBKHoNIDSBDIDDGBG/BgCC+GuBEPCLGD+TgBgB7BIC+crBquBIDFDDQmGCRwCtCGLGDgxBlC2E+BiMFDcDDCBDCLDFCDCBICGCFCEDDCCCJCDDCBDFIFFCDLSIEDGSmDD6QtBGlDWQCQDQmBSvFuDeYtBGKMDaHyJ5eGSEOE4DGgDKNGCcNG5BOLKpBOfCD6E1KWPCOEKMvBDIBMPGKMKM0ED4BBmCLqgCh3pB+B7hEK/GCj0FaypH8hG/Qi+Cs6EIhjE+0urBxH+g/L")
	C      = Other
	Cc     = rangeTable(new(RangeTable), "A+BgDgC")
	Cf     = rangeTable(new(RangeTable), "tFDzqBBIXDhGyBDhMBDxCs5DD9/BBGbIyBICSw03BD6HBCimEDQj7IehjiBGwmFOn0rYDfB8F")
	Cn     = rangeTable(new(RangeTable), "4bCHGIDCVDuMnBCzBCED4BBMcGHUvID9BBDmDBY8BCyBCQDdBDCMIgBDDBItHDJBDDBDXIDCBCFCKCDCFOCGDDGBDaBDEHGDCXDIDFDBDCGGDCEECMFDCBKSSEDKEDXIDDGCLFEBDCBaFCNMIDEJCDCXDIDDGBDKBDDBDEBKEGDDGBDTBQDDHBCEDFBCDDCDEDEEENGGEEDFBDCBICaWIODEYDRBDKEDFBKDDEBDCBDFBDLBKXDEYDLGCKDEFMDKDDFBDLEWODE0BDEHGRCbDETEZDKCCIECGHDCJKLCEW7BGeoCDDCGDZCDYBDGCDILCF+BpCDlBBEoBDlBQDOBmCnGDCBGCC6LDFBDICDFBDqBFCiBDFBDICDFBDQ6BDFBDkCBDhBBCbK3CCHC+UE6CMXQZQVWODEDW/CCLKLKbK6CMsBInCSgBDNBENGCErBCGUtBGbKME/BCiCDeBDMBILKPCgBgDuCEwBD1DBM9BEQE9BMsBCMOsBI3QCHCnBCHCJHCgBC2BDQPCHDUBDEKDmDNCcDOBCiBciBctEG4UwBMoB14BChBD+KBGuBDCBGCC5BMDaZQIPI/DiCbD6CBU3GyBNGhCD3CBDoDBGsBD/C1CWwBDuzcBC4BQ9KmB5FOsGIDDCGuB8BELK5BOnCONK1DUfEvCDMBEiBD4BBOPCLCoDuBdSHCHCHQIDI9BG/DCLKl9KWYGyBGvzICrDqCIWGIbDGCFD+De+NC3BMC+BrBK0BDUFGGDoEBDC/FEHCHCHCEEIDIBQGCNDbUDDQCPiC8DIEGuBE5CDOBCC8CvBiIeEyBcdGlBQfIsBIfDmBBEPyC/ECLKlBGlBGpBO1BUNDQIDDMDQIDDBiE4JQXSJuBHDrBKoEHCCDtBDECCYDpCBMK+CUDDBGiBEcIC+D5BGVCzBDDBGJDEeCEGLMKMhC+BoBGNQ3BEeCcIbMFWI+EqCsD0BY0BMvBOLqSgBDrBECD0EsBOrBqBbqCdmBYQvCGlBQlCSCCaMLK2BDTBMoBQhDDVBSTDwBB4DIDCFDQMK8BILKFDJBDDBDXIDDGDLBDDBDEBDCBICIICIEG0I9CDGB4BpCOLqK3BCnBiCmCULKOkB7BKLqDcCQGYwL9BmG0CWJCCCJDDfDDBDNBOLqEJCvBCM0BpCO0CYqCMLqPKDuBPSeEhBCXDPBuEIDDtBECDDKOLKHDDmBDDHMLqTaMSDqBBCdqFCczBY8cqGwDDGBSlG2kFkDY3iBy6HoSw7Q6RMgBDLBEyCDLBIfCHSnCSLDIWIU+qB8CoGsCG6BMS+DGUDa5/FO3mByCKsuRFDIDDkJBaC4BECCaFOtMmwEsDIOEKMLCJ2lJvBCYQ1D2D3HSoBCjGoBnCyHVWVW4CQasI2CDoCDCCCDCFDNCDIiCDFBDJIDdFDGCEID1KBDlJBD/VBaGDQB8kCgBKHoNIDSBDIDDGBG/BgCC+GuBEPCLGD+TgBgB7BIC+crBquBIDFDDQmGCRwCtCGLGDgxBlC2E+BiMFDcDDCBDCLDFCDCBICGCFCEDDCCCJCDDCBDFIFFCDLSIEDGSmDD6QtBGlDWQCQDQmBSvFuDeYtBGKMDaHyJ5eGSEOE4DGgDKNGCcNG5BOLKpBOfCD6E1KWPCOEKMvBDIBMPGKMKM0ED4BBmCLqgCh3pB+B7hEK/GCj0FaypH8hG/Qi+Cs6EIhjEglurBC6BhD+HxH+g/D///BC///BC")
	Co     = rangeTable(new(RangeTable), "gg4B+vMh4hc6//DD6//D")
	Cs     = rangeTable(new(RangeTable), "gg2B+/D")
	Letter = rangeTable(new(RangeTable), "hCyBHyBwBDLFDGBqBC8BCycFWPIIDCiEICCDGCDHCECDCBkBCkFC0IJqKCqCDDHBuCoC0BFGuB0CkBCCkGCDQBDIBDLBCDDRC6BewFMDZB+BKCFDGBoBFDKEDYBuBIUGuBCKSyC7BqDEDTISQeFODCDqBCMCDEBEEDROCCEPCLDJBIFCDqBCMCCCCCCgBGCDUBCRQCECqBCMCCCIEDTQCYDMBMDCDqBCMCCCIEDfBDCBCQDSCKEECGECCDCBDEBDEBCEWXD1BBMCECsBCeEDbBCDDDBDfFOCECsBCSCIEDgBBDCBDQBDSBOCECwCDDRGEJEZKGiBEuBCQCDDBK7B+CCCNM7BCCDCBGCuBCDCBQCCKDDBGCDWBEhBDgCBMCmCcI0D0CVDRBIFGEDEBDIBCFYNDSBoCCDGD0CC4UCGDMCDCBEDwCCGDgCCGDMCDCBEDcCwDCGDkEmBeRqFDKE2mBDgBCyBG0EHOIiBOkBPiBPYCEQmDkBDFkCwFIIDiCCDGBoEL8ByB6BDIM2CFyB3BsBKoDzCD+CB6CSO3B6BOCL2CbmCqBELmCDQI0CDEqBGCKCCEDGB8LhCqRDKDqCDKDOCHCB6BDoDCMCDEBCCMEGDKFYGECM1DDORYmDDFDSCDEBGHHCBECUDGGIFD1BBD8zCBmOHGECNqCCDGDuDIDRBqBKMCMCMCMCMCMCMCMxCD2OBDrBBGGCFqFHECyFCGG0CC6FS+BxBehQ+7MhC4orBkC6CD4QEeLCV8CR8BDqEyBQDsGD+DGCCDCBGZeCECGCsBemDPiD/BKEDCBDMB0BLsBa4BI8CdDRBGCSLICwCYECOVsBEDEBgDCDEBDDBGDDCZEDUIENKDKDKKMCMC0CCaHkHem6VNsBFgDloI6WDyGnBMNIGDCBQCYCICDCBDCBDCB0GiB0WT+DDqDpBW1DICsIlByBHyBMwFEKDKDKDEkBWCyBCkBCCCcDajB0HmM4BEgDwB+BOmBCOHqCL6BDmCFOxB6JTmCFmCFuCJmDNUCcCMCCCUCcCMCCkCsTKqBLOZKCyCCQmCKDDCB0CCCEDDBqBLsBK8BiCkBCCLqBLyBnCuDHChCDQBECEC4BrB4BE4BkBOC2BcqDLqBLkBOiBvDwE4BkDOkDOmC9KyCHCvC4BLDJBoBrBiBvBoBcsBNoD6BCDDOB2ChBwBbmCeDDJkCEDNB8CPGWDCkBiBCwBUCgCMCDCBECcCSI8CnBODCDqBCMCCCIEDTNI/EoDTGVEf+CVCCD5FB6CqBGlB+CVD8BByCODoCByBmBM6F2C1D+DgBODDDBMCCCuBQDC/CODsCRDCdDLBsCIDWM6CUDTBuEoIQCoCSDyBB4BxDMCCCqCWDaBICCC+BPDoKBiBQDCBWCiC9DDwCBw5BnHmMtyCgGQ+iCSK69DskB6tIwjBI8BS8ES6BT+CRGgBoBGkBxV+DhE0EGDjCBWhCCCDdBs/LJqtCrBQo3IGCMCCCkSQDeBCDDPBEJ2YloC0GGYEQISn7FoFCsECCDDDBDDBECWCDCBKCgECGDOCMC2BCGCICDEBKCmVDwBCwBC8BCwBC8BCwBC8BCwBC8BCwBCO15B8BHKmI6DzE4CLMRDiKB4BT2ClP2B1XMCGCCCcCoM8BmEID1lBBEC0BCCCDDCSCGCDCHDFCFCBCCCCDDCJCBDCDGCMCGCGCDCBQCgBGECICgBlqE+tzChByjIH6NDioLPgzOghD6hBjvB00JG+lI")
	L      = Letter
	LC     = rangeTable(new(RangeTable), "hCyBHyB7BDLBqBC8BCkMCGF+MC0BhGGDCEECDHCECDCBkBCkFC0IJqKCqCKwC44CqCCDGD0CDEhVqFDKjkCQI0CDEhC2CgCYCiCmDqRDKDqCDKDOCHCB6BDoDCMCDEBCCMEGDKFYGECMmIDFDSCDEBGHHCBECKFDDBEGIFD1BBD8zCB0HDsGHGECNqCCDGzoe6CT2BnE6ECsBEGC0DGCCDCBGcCED2ZByCGQI+Eh6TMNIqgByBHyBmlB+EhDmCFmC1DUCcCMCCCUCcCMCCk2BkDOkDu9C+DhrV+DhsZoFCsECCDDDBDDBECWCDCBKCgECGDOCMC2BCGCICDEBKCmVDwBCwBC8BCwBC8BCwBC8BCwBC8BCwBCO15BSCmBHK2uCmE")
	Lower  = rangeTable(new(RangeTable), "hDyB7BDqBBsBCOC3BCBRCBvBCDFCBCDDCDDEBDFDDEBCDDDCDCDDCBDCDDECDDBDDBCHFDCPCBTCBDDCDEC5BCBKDDDBDCFJCBmEC0BiGDCEDEBCTDcBiCCCEECXCBGCFDBD0BB8CChBCK1BCDNCBhDCxBwCo6C0CDE5XKjkCQ4D2CgCYCiCnD1ECBOChDCBOJKLOJOJKLOJOJaDOJOJOJICCHDEBCCCJGDCJOLECCzIDEBDEcFFDCJGFD2Bs1C+CCDEBHCFDCBDCBIGjDCBDICDFNqCCDG0oetBCUbCoENCBCC/BCBMCDCDJCFDCDDCBCCTCGDGCNCFDCHJCdDE2Z0CGQI+Eh6TMNIqhByBumBuCpEmC8EUCcCMCCk4BkDu+C+BhsV+B7sZyBbMCiBbyBbGCDCBKCUbyBbyBbyBbyBbyBbyBbyBbyBb2BdwBCKbwBCKbwBCKbwBCKbwBCKCD15BBQCmBHK4vCiC")
	Ll     = Lower
	Lm     = rangeTable(new(RangeTable), "wViBFWPIIDCmEDG/ODnHlFCuICFDgBKDEhFDoF1mBDgE2RD72BsDDkTxOKvF8DODjBBmCyVDORYg/CCyHDgG2ODsBBGGDiDBD+CBC34bDjnBBIvIDzDdC6DQxCDYqDEEC2ODXqEDtDWCoDGKDngVuBCh/BKCyCCQm8YGwiBYhCCCDtgQBECMCCyhM6DqGMudDgjB")
	Lo     = rangeTable(new(RangeTable), "qFDQhIDFBExGD8ZByBFGuB+BCSkBCCkGCDZBDLBCDDRC6BewFMDZB+BWqBrBwBIUGuBCKSwC8BqDEDTISRcFODCDqBCMCDEBEEDROCCEPCLDJBIFCDqBCMCCCCCCgBGCDUBCRQCECqBCMCCCIEDTQCYDMBMDCDqBCMCCCIEDfBDCBCQDSCKEECGECCDCBDEBDEBCEWXD1BBMCECsBCeEDbBCDDDBDfFOCECsBCSCIEDgBBDCBDQBDSBOCECwCDDRGEJEZKGiBEuBCQCDDBK7B+CCCNK8BCCDCBGCuBCDCBQCCKDDBGYGhBDgCBMCmCcI0D0CVDRBIFGEDEBDIBCFYNDyDBuUCGDMCDCBEDwCCGDgCCGDMCDCBEDcCwDCGDkEmBeyD2mBDgBCyBG0EHOIiBOkBPiBPYCEQmDpBDkCBiCCoDIIDiCCDGBoEL8ByB6BDIM2CFyB3BsBKoDxF8CSO3B6BOCL2CbmCqBEL6ByDGCKCCED7hBBE4/CuDZsBKMCMCMCMCMCMCMCMoRD2BFqFJDCBwFFDGByCC6FS+BxBehQ+7MhCohpBCsnCkCuCJ2QFeLCjCDyBBoEqFDoDEMCECGCsBemDPiD/BKEDCBDMB0BLsBa4BI8CuBIDQLICwCYECOVeCKEDEBgDCDEBDDBGDDCZCEUIDPBIDKDKKMCMyEkCem6VNsBFgDloI6WDyGkCDCBQCYCICDCBDCBDCB0GiB0WT+DDqDpBW1DICsIqDSC4CD8BEKDKDKDEkBWCyBCkBCCCcDajB0HmM4BEgDwB+BOmBCOHqCL6BDmCFOhE6EjDuCJmD9EsTKqBLO5EKDDCB0CCCEDDBqBLsBK8BiCkBCCLqBLyBnCuDHChCDQBECEC4BrB4BE4BkBOC2BcqDLqBLkBOiBvDwE4FmC9KyCHCvC4BLDJBoBrBiBvBoBcsBNoD6BCDDOB2ChBwBbmCeDDJkCEDNB8CPGWDCkBiBCwBUCgCMCDCBECcCSI8CnBODCDqBCMCCCIEDTNI/EoDTGVEf+CVCCD5FB6CqBGlB+CVD8BByCODoCByBmBM6F2C0GODDDBMCCCuBQDC/CODsCRDCdDLBsCIDWM6CUDTBuEoIQCoCSDyBB4BxDMCCCqCWDaBICCC+BPDoKBiBQDCBWCiC9DDwCBw5BnHmMtyCgGQ+iCSK69DskB6tIwjBI8BS8ES6BT+C0BoBGkBxb0EGDwFBs/LJqtCrBQ43IkSQDeBCDDPBEJ2YloC0GGYEQISxzID2PB2CiBDiKB4BT2ClP0B2XMCGCCCcCoM8pBGC0BCCCDDCSCGCDCHDFCFCBCCCCDDCJCBDCDGCMCGCGCDCBQCgBGECICgBlqE+tzChByjIH6NDioLPgzOghD6hBjvB00JG+lI")
	Title  = rangeTable(new(RangeTable), "lOFDnBD2sHBMJOJONDQwBA")
	Lt     = Title
	Upper  = rangeTable(new(RangeTable), "hCyBmDsBCMiB3BCDPCDvBCBFCECCDCBDCBCDGCCCEECCCCFCBDCDDCBDCBCCDCBDEIHDCNCDRCDDDCEC5BCICCCDDCBECHCiJDCEDJHDCBCCDCBDCBeCQkBDDBCEXCGDDCCDkDxBhBCK3BCBNCD/CCDqCq6CqCCDGzWqF7kC0CDEhK1ECKhDCKOJKLOJOJKMHCJOpCGNGNGNIMGnIDFEEDEDDEBGHHCBEDGLCGD+B9zC+CxBDCBCDHCBECDDJEChDCJDCFDuqeCrBCUbCoENCE9BCLFCBJCFDCDDCEVCBGCICPCBECDHGDCdDs5VBwBmmBuCpEmC9EUCcCMCCr3BkDu/C+BhsV+BhtZyBbyBbyBbDCBFDBDDBECObyBbCCGDOCMcCCGCICDEBKcyBbyBbyBbyBbyBbyBfwBiBwBiBwBiBwBiBwBiBD2pEBgC")
	Lu     = Upper
	Mark   = rangeTable(new(RangeTable), "gY+G0IMoI4CCDCBDCBDCpCUxBoBRDmDBKDKDCCGkBDfByB8CU7BQKDZBECQCECIsBE9BOrBuBCgC3BECiBCMLCeE5BDCBKDCDEKDLBDbDE5BDCBGFCDEEDfBDEME5BDCBMCECEVCXKCE5BDCBKDCDEIELCfD8BBGEECGKDpBBG4BDCBKCECGICMCeE5BDCBKCECGICMCQDNBE4BCCMCECGKDLBDeBCnCDFBICDCBMTC+BDDBKNOjDDDBOMMqCCcFCFCyBmBCCGUCmCKDlDBkBYGFECEDMEGOWCDLBEgWEzdGdEeCfChC+BKDuBBCCD2DBDjB3DWFW8GI6BSC4BDDxBB6ByBIwBgBnBQNEfY5BaxBmB5EECoBFDHDEnG+DxWgC//CEuEDhDB8BrRKqDC1udGCShBCxCCxIDEFDYBGFD0CBDzBBgBbiBODnBBMaYtBGwBalBDkCBYNDJBDuBBCzBDCBCDCGCCDqBBGGCtHOCCx5TDiXBcReueDjH2EIn0BECCGGpBEFDmFBD+RBEkMCxCEnCUyBG7DE2BcqBDDBDLBEuBUID+BBClBaRCtBDNBCxBaJGCC9CWHDD+EWWG4BCCMDCDEKDLBDDBKEIhGiBYDyCBkBsHMDQcCzCgBrDYmDchIc2HKCCDGCDCBDuEBKDMEDdBQpBMCGJDKBSvBe2MOCOzCqBCa7DKEDCBDCBKCDjCBGCCCI8KGKCCDxBBKEI+nFDHBa70NI8BM5gBDCBqDIGyCDMBDslTBDizEB4CDsB/QIEKJODMfG1EE89BsDFiDJDPXICcxqBMCgBDMCCCIlDDhFBK4LD+BBE9PGhfMuDM29lY+O")
	M      = Mark
	Mc     = rangeTable(new(RangeTable), "joCD4BDEJGCCzBC7BEHCDCLDsB7BEjCD7BBCJDCBD2BBD7BCDHBDDBDLnDCCCEECELDqBBC+BG+BC7BDCBGDCCCKCdDPBD7BBCGECELDrBBDsCBCHOTCrKCgCDsFBDFHDDBDaBDLBCDMWCDKDDLBC5zBDfiEDIBMCC7KGDEFCCKhHC7BDCKDCBDJBIyEDxBGDCBGCC+BDfFCDD9BDECDEBDxBBMJCsFDW35EC0/dCDD5CBDzBBcvECwBDxBBDFBDDBCvDCDCZDuBCDuDDCGDuHBDCBDCBDC0gZDCgEDuBBCFC0DDZBD8BxBEKCOD+CBCECCDrFBCgBC7BCCGDCDEKDLBDyGBCJCEDrDBCHDCBEDDuHBCHGDDyDBCJCCDuDCCHDqDBDFmIEKD4HBICCFDDCDvEBCJGFD1CeC/BD4MPDrDIDD2GIFCCD/KBDNxBCJCCDwgUBqDpDC0rYCHK")
	Me     = rangeTable(new(RangeTable), "okBC1xFD/wBBECEsshBE")
	Mn     = rangeTable(new(RangeTable), "gY+G0IIqI4CCDCBDCBDCpCUxBoBRDmDBKDKDCCGkBDfByB8CU7BQKDZBECQCECIsBE9BOrBuBC+B4BDCFOFDEBKLCeD7BFGJDVBDbDC6BDFBDFBDDBCEDfBDEMC6BDFBGCCFDVBDXBICD7BDDCBEJDIBDMBDf+BDNzBDE4BDCBCGECGICMCeD7BDDHGCVCdC6BCFGJDVBDepCDIBCCD7CDMNOjDDDBOMMqCCcFC4BaCICCGUCmCKDnDBECKCCDCaCFERGODDBDHQDgWBCzdEeCfCfChCCCMJDDBSKDuBBCCD2DBDjB3DEFCKDHBC8GCDD7BCMCDCDOHSDDxBBYCeyBGxBDCBGCDGpBQNChBGDCCE5BDCBDECE7BODC5EECYCMFDHECnG+DxWYFDEBU//CEuEDhDB8BrRGsDC1udDFBQhBCxCCxIDEFDaBDG4ECbiBODnBBMaUvBExBDDBEDCoBDkCBIDCDCNDJwBD0BCEDCGCCDrBBDJvHDDFDx5TiXeReueDjH2EIn0BECCGGpBEFDmFBD+RBEkMCxCEnCUyBG8DD3BBaqBDDBDLBCyBGDCID+BBClBICO/BDNBD1BBOLGDDgDBCDDCBDHDD+EEOWC6BCEDmBBKEIkGODECDY1CKCDFBDCBDvHBEHCCCcC2CODDCBDrDCDDBICDmDBCDGCIkIQCChICCDFxEGDCFDhBBQpBKDGJDKBIDEvBYCC3MMCKCDzCBoBDMCCCC7DKEDCBDCBKCDpCBDECD8KBDMBD1BBGGDC+nFDHBa70NI8BM5gBDgCBEyCD5lTBDizEB4CDsBhRESODMfG1EE89BsDFiDJDPXICcxqBMCgBDMCCCIlDDhFBK4LD+BBE9PGhfMuDM29lY+O")
	Number = rangeTable(new(RangeTable), "wBS5DCGDDBCitBSnESnGS9MS3DSFKtDS3DS3DSDKvDY0DSJMoDSpDMIkBuDShDS3DSnCmBtISnCSwWmBybEwHSHSXStJShEUmFSHS3FS3CSnESHS3gBDEBIHSnGkDDI3W2DvCqB3T6BqrBDqYaQPE4KGrESfOCchBSoBch7cS9FShKK7ESnBSnGSXS3CS3MS34USuP4CNwDSC2K0BlBGeDJnEIrGSvdOaMoBQsCIXKhFCDeD6ChCQ1BCfEsCIpDOZOqBMrKKxBSnJ8B/ESrBGxDMnE6BhES9BSxESImB8HS3KS3DS3LSnDSnDWlNkB+CS3X4BkHSnCSnNSnDoBshB8GyvRS3CSnESCM/YsBqhZmBNmBtDwB2iBiDhqCSnNS3PSueQhES4Y0DCECGtC4CCcjeYk3CS")
	N      = Number
	Digit  = rangeTable(new(RangeTable), "wBSnxBSnESnGS9MS3DS3DS3DS3DS3DS3DS3DS3DS3DShDS3DSnCS3ISnCSn6BSnBStJShESnFSHS3FS3CSnESHSnuiBSnVSnBSnGSXS3CS3MS34USnsBSnkCStZShES9BSxES3IS3KS3DS3LSnDSnDSnNSnDS3XS3HSnCSnNSn4SS3CSnES1jbiDhqCSnNS3PS3iBS30ES")
	Nd     = Digit
	Nl     = rangeTable(new(RangeTable), "u3FEwzCkCDG/zDDaBOPEs1dSxyWoDtODJnEIrhI8G")
	No     = rangeTable(new(RangeTable), "yFCGDDBC2pCK5LK5DEmEM6GMSQyNS2hBmB0jBShPD20BEKHSnGeqBD3WB0DvCqB3T6BqrBD1kBBErESfOCchBSoBcxrdKymW4CiCGSC2K0BlBG1pBOaMoBQsCIXKhFCDeD6ChCQ1BCfEsCIpDOZOqBMrKKhL8B/ESrBGxDMnEmB8LmBmqBCvNQobkB0aoBn8SM/YsBqhZmBNmBtDwBvqFQid0DCECGtC4CCcjeY")
	Punct  = rangeTable(new(RangeTable), "hBECKCGLCECbECDcCDkBGDELCEDE/VDJzOKqBC0BDCDDDtBCVCCCODCBCrCGnDDsBBYqHE3BcgBDmIBDLtED5D6DDnMNDwL7CDLBDpFBaCDmBBEoCDrCBGFCwDKsFDlTBO4EDuTtBCvCEoCC+EECEmBU6JC5GChEMCKtFMdC+DG8BI/BChCOMD9ZBsBJmBCYCWfCPC6TGeC+hBawCCgBS0MqBgCGhBC8XGCCxDDwEB6CC+BDWkNEFSDWRDNjDD7CjgdCuIEkDDL0DK9LG3CCpBECDyBBDwBiDYRC9DG/DCRC6HDzqUBDxGBQXkCCaCDFCC2EECKCGLCECbECDcCDCBK7ME9UDxB/MDoXoGDgBxIQnBDxDBKjCM6CGxYDoFBGtBG+FMuDCCG/DGxBCwCGFDOCE5CKsDDiNBGLCCDpD7HsBqDEdYtCDjEBC9HDpIBC8ED9CBM0CECI+CS4JIrBCmUCrCYwFDxjBBG97CC8zOCmEDiCBGJDzaBEoKD9lTovHIz2DC")
	P      = Punct
	Pc     = rangeTable(new(RangeTable), "/CDg/HBDU/u3BCZEwHA")
	Pd     = rangeTable(new(RangeTable), "tBD9qB0BDiyDmgBDqgCBIiwDDDgBCFDd/NDUwDDxszBBDmBLDqFg9DA")
	Pe     = rangeTable(new(RangeTable), "pBD0BgBD+1DCD/6BqtCD4BQD7TCDf/hBNCxCDhBCHC1MVChCDCiBDmhBCFCtBHCtNJCEHCDC/ozBD6GePCEDSCDCrFD0BgBFD")
	Pf     = rangeTable(new(RangeTable), "7FD+6HEDdpuDDCFDDQDE")
	Pi     = rangeTable(new(RangeTable), "rFDt7HDCDDapuDDCFDDQDE")
	Po     = rangeTable(new(RangeTable), "hBECEDFCBDLBDEBDclCDGPCID/VJDzOBIqBD3BDDDtBCVCCCODCBCrCGnDDsBBYqHE3BcgBDmIBDLtED5D6DDnMNDwL7CDLBDpFBaCDxDrCIFCwDKsFDlTBOmYD9DBCoCC+EECEmBKCG6JC5GChEMCKtFMdC+DG8BI/BChCOMDjaBDJBMJQDGDEEUCDCBQ7kDGCCxDDwEBDFBCDDDBOCCCDDBDLBGCSDGCDCBWDEtNE6BD+FjgdCuIEkDDL0DK9LG3CCpBECDyBBDwBiDYRC9DG/DCRC6HDlxUBKDDXVCDGEECGIEHDCBD2EBCCEDFCBDLBDEBDclBDDBA7ME9UDxB/MDoXoGDgBxIQnBDxDBKjCM6CG5dItBG+FMuDCCG/DGxBCwCGFDOCE5CKsDDiNBGLCCDpD7HsBqDEdYtCDjEBC9HDpIBC8ED9CBM0CECI+CS4JIrBCmUCrCYwFDxjBBG97CC8zOCmEDiCBGJDzaBEoKD9lTovHIz2DC")
	Ps     = rangeTable(new(RangeTable), "oBDzBgBD/1DCD/6B/rCDEnBD4BQD7TCDf/hBNCxCDhBCHC1MVChCDCiBDmhBCFCaDTCFCtNJCEHCDDipzB4GDeCNCEDSCDCrFDzBgBDEDA")
	Symbol = rangeTable(new(RangeTable), "kBDHREgBDCcDCkBICCDDCBEDDEfDgBrOGNaGMCDCBe2DDPBDxDsEDrIBC3DEDDDBDvGLDUBD4HICpEDqLBDHBD2H/DDjEBMlEDwGqBDmGiGEQDCBCDKVFCmEOCKCCGGmGCxXS0WDuLlLD+EBgCiLSKQhiBDCBCMEOEOEOCmCDOoBEOEUgCgCCCGCCLDCBCGKCFCFDMBDFBGGGCD7BBDFBsXF4BD2PaUyC6EXumBtBgDD8BLkZX8DF+BDqXD+BCwGmHKmLCvByBCwFNqNbWJDOBDNWCHC8CC0HCFShBmCd8BM6BJDQB8BLsCQ+ThuG+Dx0VsD6RsBKCoDC+EGLG+REiHDPBD+9TpEgB+LegEDtBBEjDDCBCDD7EHDRBCgBDCcDCiEMCMOC6JQ6BgBDECYEDwBB2C7zBCwSD3jD2kC4Br6SGGD3qU01EmH9BqPLsCD2DGEXCI6BF4DWiEED7FBqFrbDagBDagBDagBDagBDa9B+f4BGzBOCaCCp2BDwNttCDE+DDiOBDvIB0CFmGNcDcCcCoCYgK5B4BO2CFQICPK7Eu9BFgBEYEsHF8FHWFDQBUFuDJSHuCJ6BDCvCmVNaDYEQI6CCMJaFQIQIkJCsD")
	S      = Symbol
	Sc     = rangeTable(new(RangeTable), "kBD+DBEqnBD8DzPCzPCID2HoIDmS8sCDlmCB+B47hBDkuVtDD7E8GCEC3/HG/4wBDxtC")
	Sk     = rangeTable(new(RangeTable), "+CDCoCDHFDEqQGNaGMCDCBe2DDPBDjoB15FDCBCMEOEOEOC9kECkzdsBKCoDCxeDPBDniUBe8bDCjFA4g9BI")
	Sm     = rangeTable(new(RangeTable), "rBDRBC+BDCuBDFmBDgB/XDwQBC8xGDOoBEOEsEDoBBGHDlCBGGCFFDIDgBBDDCDgBB0QhBC7CDfBuBpBK2ODK3BOwDDxKBGD8BLehIkIX8DF+BDiQxBoBDK9+zBD5ZCElFDRBC+BDCkEDHBE121BDagBDagBDagBDagBDat5FC")
	So     = rangeTable(new(RangeTable), "mFDDFDCyeDrIBDgEBDvGLDUBD4HkQD2LjEKCDlEwGDqBoMEQDCBCDKVFCmEOCKCCGGmGCxXS0WDzW+EiCiLSKQksBCCGCCLDCBDHBICFCFDMBDPCCCD7BBDKBGDGCCCCCMC8BDCCDCB6BtIOFmBDMDgFC6BauCHoEaUyC6EXsLCQCqDJ8GCuPtB2ChC+PhQ+CWCHsCD+BCwGmHKmLCvByBCwFNqNbWJDOBDNWCHCxKCFShBmCd8BM6BJDQB8BLsCQ+ThuG+Dx0VsDibGLCCD+RBCn2UegEDuBBClPDEFCOC6JQ6BgBDECYEDwBB2C7zBCwSD3jD2kCOFgBr6SGGD3qU01EmH9BqPLsCD2DGEXCI6BF4DWiEED7FBqFqlB+f4BGzBOCaCCp2BD96CiEDyWB0CFmGNcDcCcCoCYgK5B4BO2CFQICPK7E0PGutBFgBEYEsHF8FHWFDQBUFuDJSHuCJ6BDCvCmVNaDYEQI6CCMJaFQIQIkJCsD")
	Space  = rangeTable(new(RangeTable), "gBDgEgvFDgsCBSeCGDwBh9DA")
	Z      = Space
	Zl     = rangeTable(new(RangeTable), "ohIA")
	Zp     = rangeTable(new(RangeTable), "phIA")
	Zs     = rangeTable(new(RangeTable), "gBDgEgvFDgsCBSlBDwBh9DA")
)

// Categories has the sets of the general categories by their names.
var Categories = map[string]*RangeTable{
	"C":  C,
	"Cc": Cc,
	"Cf": Cf,
	"Cn": Cn,
	"Co": Co,
	"Cs": Cs,
	"L":  L,
	"LC": LC,
	"Ll": Ll,
	"Lm": Lm,
	"Lo": Lo,
	"Lt": Lt,
	"Lu": Lu,
	"M":  M,
	"Mc": Mc,
	"Me": Me,
	"Mn": Mn,
	"N":  N,
	"Nd": Nd,
	"Nl": Nl,
	"No": No,
	"P":  P,
	"Pc": Pc,
	"Pd": Pd,
	"Pe": Pe,
	"Pf": Pf,
	"Pi": Pi,
	"Po": Po,
	"Ps": Ps,
	"S":  S,
	"Sc": Sc,
	"Sk": Sk,
	"Sm": Sm,
	"So": So,
	"Z":  Z,
	"Zl": Zl,
	"Zp": Zp,
	"Zs": Zs,
}

// CategoryAliases has the short names of categories by their long names.
var CategoryAliases = map[string]string{
	"Cased_Letter":          "LC",
	"Close_Punctuation":     "Pe",
	"Combining_Mark":        "M",
	"Connector_Punctuation": "Pc",
	"Control":               "Cc",
	"Currency_Symbol":       "Sc",
	"Dash_Punctuation":      "Pd",
	"Decimal_Number":        "Nd",
	"Enclosing_Mark":        "Me",
	"Final_Punctuation":     "Pf",
	"Format":                "Cf",
	"Initial_Punctuation":   "Pi",
	"Letter":                "L",
	"Letter_Number":         "Nl",
	"Line_Separator":        "Zl",
	"Lowercase_Letter":      "Ll",
	"Mark":                  "M",
	"Math_Symbol":           "Sm",
	"Modifier_Letter":       "Lm",
	"Modifier_Symbol":       "Sk",
	"Nonspacing_Mark":       "Mn",
	"Number":                "N",
	"Open_Punctuation":      "Ps",
	"Other":                 "C",
	"Other_Letter":          "Lo",
	"Other_Number":          "No",
	"Other_Punctuation":     "Po",
	"Other_Symbol":          "So",
	"Paragraph_Separator":   "Zp",
	"Private_Use":           "Co",
	"Punctuation":           "P",
	"Separator":             "Z",
	"Space_Separator":       "Zs",
	"Spacing_Mark":          "Mc",
	"Surrogate":             "Cs",
	"Symbol":                "S",
	"Titlecase_Letter":      "Lt",
	"Unassigned":            "Cn",
	"Uppercase_Letter":      "Lu",
	"cntrl":                 "Cc",
	"digit":                 "Nd",
	"punct":                 "P",
}

// The sets of the scripts.
var (
	Adlam                  = rangeTable(new(RangeTable), "go6D2EFSFC")
	Ahom                   = rangeTable(new(RangeTable), "g4lC0BDcFsB")
	Anatolian_Hieroglyphs  = rangeTable(new(RangeTable), "ggxCskB")
	Arabic                 = rangeTable(new(RangeTable), "gwBICKCaCEC+BCSMyBC2GCiCxC+CxH8BCCHyEC4Bxy8BkHR0WD+EDqDIDhBBcxDICsIk7D8B/DEh43BGC0BCCCDDCSCGCDCHDFCFCBCCCCDDCJCBDCDGCMCGCGCDCBQCgBGECICgB1BC")
	Armenian               = rangeTable(new(RangeTable), "xpBqCDiDDEks9BI")
	Avestan                = rangeTable(new(RangeTable), "g4iCqDEM")
	Balinese               = rangeTable(new(RangeTable), "g4G4EE8C")
	Bamum                  = rangeTable(new(RangeTable), "g1pBuFpowBwjB")
	Bassa_Vah              = rangeTable(new(RangeTable), "w26C6BDK")
	Batak                  = rangeTable(new(RangeTable), "g+GmDJG")
	Bengali                = rangeTable(new(RangeTable), "gsCGCODCDqBCMCDEBEDQDCDGJDFBDCBGDwB")
	Bhaiksuki              = rangeTable(new(RangeTable), "ggnCQC4CCaL4B")
	Bopomofo               = rangeTable(new(RangeTable), "qXC6wL0CxD+B")
	Brahmi                 = rangeTable(new(RangeTable), "ggkC6EFmCKA")
	Braille                = rangeTable(new(RangeTable), "ggK+P")
	Buginese               = rangeTable(new(RangeTable), "gwG2BDC")
	Buhid                  = rangeTable(new(RangeTable), "g6FmB")
	Canadian_Aboriginal    = rangeTable(new(RangeTable), "ggF+nBxRqE7tgCe")
	Carian                 = rangeTable(new(RangeTable), "g1gCgD")
	Caucasian_Albanian     = rangeTable(new(RangeTable), "wphCmDMA")
	Chakma                 = rangeTable(new(RangeTable), "gokCoDCiB")
	Cham                   = rangeTable(new(RangeTable), "gwqBsDKaDSDG")
	Cherokee               = rangeTable(new(RangeTable), "g9EqFDKz7lB+E")
	Chorasmian             = rangeTable(new(RangeTable), "w9jC2B")
	Common                 = rangeTable(new(RangeTable), "AgEbKb8CCcCIYDgBiOsCGIDmB1DDKHDC+TDHPDEhBD9ElQDiEBD6mB2MGjJDwvBBCoCCsGCCDumBODIBECKCEDDmYBUDsFCUEUCcSgCgCqCCEDKC0BCgBqBEFspBaUW+5BhImnBD+BCwGhQ6FzMWFICDCBuBQOFG8CCED7CBD0EBchBmC9B+DgBgFwBD5CBsKhuG+DhoWiCnDEmFS1HDhFsMDPBDzuUBDxGBQXkCCkBCG0EDCB8BbKbULDuBBDhCBKCMLIjIEF4CEQxCY0B4ClH0BltuBGt1EmH9BqPLsCD6DEgBJCI6BF4D2GmBNmBNsFKwBoEoFCsECCDDDBDDBECWCDCBKCgECGDOCMC2BCGCICDEBKCmVDmSDiDyjFmEtC4DjW2CFmGNcDcCcCoCL6K5ByBCCO2CFQICPK7Eu9BFgBEYEsHF8FHWFDQBUFuDJSHuCJ6BDCvCmVNaDYEQI6CCMJaFQIQIkJCsDmBSoghYDfB8F")
	Coptic                 = rangeTable(new(RangeTable), "ifaxkKmHGM")
	Cuneiform              = rangeTable(new(RangeTable), "ggoCy5BnD8GCIMmM")
	Cypriot                = rangeTable(new(RangeTable), "ggiCKDDCB0CCCEDD")
	Cypro_Minoan           = rangeTable(new(RangeTable), "w8rCkG")
	Cyrillic               = rangeTable(new(RangeTable), "ggBoIDwKx6FQjFDtCojE+Bhie+Fv8VChw4B6DiBA")
	Deseret                = rangeTable(new(RangeTable), "gghC+E")
	Devanagari             = rangeTable(new(RangeTable), "goCgFFcDyBh7nB+BhwcS")
	Dives_Akuru            = rangeTable(new(RangeTable), "gomCMDDDBMCCC6BCCDWKS")
	Dogra                  = rangeTable(new(RangeTable), "ggmC2D")
	Duployan               = rangeTable(new(RangeTable), "ggvD0GGYEQISDG")
	Egyptian_Hieroglyphs   = rangeTable(new(RangeTable), "ggsCqlC")
	Elbasan                = rangeTable(new(RangeTable), "gohCuC")
	Elymaic                = rangeTable(new(RangeTable), "g/jCsB")
	Ethiopic               = rangeTable(new(RangeTable), "gwEwECGDMCDCBEDwCCGDgCCGDMCDCBEDcCwDCGDkED+BEyBnvGsBKMCMCMCMCMCMCMCMjpfKDKDKKMCMylvCMCGCCCc")
	Georgian               = rangeTable(new(RangeTable), "glEqCCDGD0CCGx8C0CDEhiEqCCDG")
	Glagolitic             = rangeTable(new(RangeTable), "ggL+Fh9sDMCgBDMCCCI")
	Gothic                 = rangeTable(new(RangeTable), "w5gC0B")
	Grantha                = rangeTable(new(RangeTable), "g4kCGCODCDqBCMCCCIDQDCDEDDHGMDMEI")
	Greek                  = rangeTable(new(RangeTable), "wbGCEDGCDFCDCBCCDCBkBC8DPenpGIzBIFI1CDhKBoBDKDqCDKDOCHCB6BDoDCcCaDKCkBDECQoJD/xiB7uV8ESDgj0BBoE")
	Gujarati               = rangeTable(new(RangeTable), "h0CECQCECqBCMCCCIDSCECEDDQBEDWIM")
	Gunjala_Gondi          = rangeTable(new(RangeTable), "grnCKCCCoCCCCKIS")
	Gurmukhi               = rangeTable(new(RangeTable), "hwCECKFCDqBCMCCCCCCDDCBGFCDEEDIBECDIBe")
	Han                    = rangeTable(new(RangeTable), "g0LyBCwFNqNwBDCaQPGle+7MhC+/oBhoW6WDyGpodCNCvgkB+tzChByjIH6NDioLPgzOghD6hBjvB00JG+lI")
	Hangul                 = rangeTable(new(RangeTable), "goE+PvxHCiI6FyD8BiC8Bi3d4BkUm6VNsBFgDl9J8BEKDKDKDE")
	Hanifi_Rohingya        = rangeTable(new(RangeTable), "gojCuCJS")
	Hanunoo                = rangeTable(new(RangeTable), "g5FoB")
	Hatran                 = rangeTable(new(RangeTable), "gniCkBCCGI")
	Hebrew                 = rangeTable(new(RangeTable), "xsBsDJ0BFKpp9ByBCICDCBDCBDCBQ")
	Hiragana               = rangeTable(new(RangeTable), "hiMqFHEi7/C8RTDeBCulQA")
	Imperial_Aramaic       = rangeTable(new(RangeTable), "giiCqBCQ")
	Inherited              = rangeTable(new(RangeTable), "gY+G2IClOUbDhXBE8qE8BiQECYCMFDHECnG+DtQCjGgC65DGsDCmrzBeRaweDjH7iEDl+uBB4CDsBhRESODMfGz6rY+O")
	Inscriptional_Pahlavi  = rangeTable(new(RangeTable), "g7iCkBGO")
	Inscriptional_Parthian = rangeTable(new(RangeTable), "g6iCqBDO")
	Javanese               = rangeTable(new(RangeTable), "gsqB6EDSFC")
	Kaithi                 = rangeTable(new(RangeTable), "gkkCkELA")
	Kannada                = rangeTable(new(RangeTable), "gkDYCECsBCSCIDQCECGICHCCGDSCE")
	Katakana               = rangeTable(new(RangeTable), "hlMyFDExHexG8CCuFvgzBSC4CzisBGCMCCCDgJBCzBDPBE")
	Kawi                   = rangeTable(new(RangeTable), "g4nCgBCwCE2B")
	Kayah_Li               = rangeTable(new(RangeTable), "goqB6CCA")
	Kharoshthi             = rangeTable(new(RangeTable), "gwiCGCCGOCEC4BDEFSIQ")
	Khitan_Small_Script    = rangeTable(new(RangeTable), "k/7CD84GBod")
	Khmer                  = rangeTable(new(RangeTable), "g8F6FDSHSnP+B")
	Khojki                 = rangeTable(new(RangeTable), "gwkCiBC8C")
	Khudawadi              = rangeTable(new(RangeTable), "w1kC0DGS")
	Lao                    = rangeTable(new(RangeTable), "h0DCCDCBGCuBCDCBqBDICDCBKCSDG")
	Latin                  = rangeTable(new(RangeTable), "hCyBHyBwBDQGsBC8BCgcoBI8wGqCHgDGGGYCqEiC+PyLDORYuECHDcSwC42C+Bj1eqGE+DGCCDCBGZaxZ0CCQCG38TM7gByBHyBmhCKCyCCQm61B8BHK")
	Lepcha                 = rangeTable(new(RangeTable), "ggHuDEcEE")
	Limbu                  = rangeTable(new(RangeTable), "goG8BCWFWFDEBU")
	Linear_A               = rangeTable(new(RangeTable), "gwhCsTKqBLO")
	Linear_B               = rangeTable(new(RangeTable), "gggCWCyBCkBCCCcDajB0H")
	Lisu                   = rangeTable(new(RangeTable), "wmpB+Cx1eA")
	Lycian                 = rangeTable(new(RangeTable), "g0gC4B")
	Lydian                 = rangeTable(new(RangeTable), "gpiCyBGA")
	Mahajani               = rangeTable(new(RangeTable), "wqkCsC")
	Makasar                = rangeTable(new(RangeTable), "g3nCwB")
	Malayalam              = rangeTable(new(RangeTable), "goDYCECkDCECKFeDyB")
	Mandaic                = rangeTable(new(RangeTable), "giC2BDA")
	Manichaean             = rangeTable(new(RangeTable), "g2iCsCFW")
	Marchen                = rangeTable(new(RangeTable), "wjnC+BDqBCa")
	Masaram_Gondi          = rangeTable(new(RangeTable), "gonCMCCC2CEDCBDCBOJS")
	Medefaidrin            = rangeTable(new(RangeTable), "gy7C0F")
	Meetei_Mayek           = rangeTable(new(RangeTable), "g3qBsBqG6CDS")
	Mende_Kikakui          = rangeTable(new(RangeTable), "gg6DoMDe")
	Meroitic_Cursive       = rangeTable(new(RangeTable), "gtiCuBFmBD6C")
	Meroitic_Hieroglyphs   = rangeTable(new(RangeTable), "gsiC+B")
	Miao                   = rangeTable(new(RangeTable), "g47C0EFwDIgB")
	Modi                   = rangeTable(new(RangeTable), "gwlCoEMS")
	Mongolian              = rangeTable(new(RangeTable), "ggGCDDCBkBHwFI0C2t/BY")
	Mro                    = rangeTable(new(RangeTable), "gy6C8BCSFC")
	Multani                = rangeTable(new(RangeTable), "g0kCMCDCBECcCU")
	Myanmar                = rangeTable(new(RangeTable), "ggE+JhqmB8BiD+B")
	Nabataean              = rangeTable(new(RangeTable), "gkiC8BJQ")
	Nag_Mundari            = rangeTable(new(RangeTable), "wm5DyC")
	Nandinagari            = rangeTable(new(RangeTable), "gtmCOD6CDU")
	New_Tai_Lue            = rangeTable(new(RangeTable), "gsG2CFyBHUEC")
	Newa                   = rangeTable(new(RangeTable), "gglC2FCI")
	Nko                    = rangeTable(new(RangeTable), "g+B0DDE")
	Nushu                  = rangeTable(new(RangeTable), "h/7CDvsQB0Y")
	Nyiakeng_Puachue_Hmong = rangeTable(new(RangeTable), "go4D4CEaDSFC")
	Ogham                  = rangeTable(new(RangeTable), "g0F4B")
	Ol_Chiki               = rangeTable(new(RangeTable), "wiH+C")
	Old_Hungarian          = rangeTable(new(RangeTable), "gkjCkDOkDIK")
	Old_Italic             = rangeTable(new(RangeTable), "g4gCmCKE")
	Old_North_Arabian      = rangeTable(new(RangeTable), "g0iC+B")
	Old_Permic             = rangeTable(new(RangeTable), "w6gC0C")
	Old_Persian            = rangeTable(new(RangeTable), "g9gCmCFa")
	Old_Sogdian            = rangeTable(new(RangeTable), "g4jCuC")
	Old_South_Arabian      = rangeTable(new(RangeTable), "gziC+B")
	Old_Turkic             = rangeTable(new(RangeTable), "ggjCwE")
	Old_Uyghur             = rangeTable(new(RangeTable), "w7jCyB")
	Oriya                  = rangeTable(new(RangeTable), "h4CECODCDqBCMCCCIDQDCDEIEFCCIDiB")
	Osage                  = rangeTable(new(RangeTable), "wlhCmCFmC")
	Osmanya                = rangeTable(new(RangeTable), "gkhC6BDS")
	Pahawh_Hmong           = rangeTable(new(RangeTable), "g46CqELSCMCoBGkB")
	Palmyrene              = rangeTable(new(RangeTable), "gjiC+B")
	Pau_Cin_Hau            = rangeTable(new(RangeTable), "g2mCwD")
	Phags_Pa               = rangeTable(new(RangeTable), "giqBuD")
	Phoenician             = rangeTable(new(RangeTable), "goiC2BEA")
	Psalter_Pahlavi        = rangeTable(new(RangeTable), "g8iCiBIGNM")
	Rejang                 = rangeTable(new(RangeTable), "wpqBmCMA")
	Runic                  = rangeTable(new(RangeTable), "g1F0EEU")
	Samaritan              = rangeTable(new(RangeTable), "ggC6CDc")
	Saurashtra             = rangeTable(new(RangeTable), "gkqBqEJW")
	Sharada                = rangeTable(new(RangeTable), "gskC+F")
	Shavian                = rangeTable(new(RangeTable), "wihC+C")
	Siddham                = rangeTable(new(RangeTable), "gslCqDDqC")
	SignWriting            = rangeTable(new(RangeTable), "gg2D2oBQICc")
	Sinhala                = rangeTable(new(RangeTable), "hsDECiBEuBCQCDDBKEDFBICDCBMHSDEt/gCmB")
	Sogdian                = rangeTable(new(RangeTable), "w5jCyC")
	Sora_Sompeng           = rangeTable(new(RangeTable), "wmkCwBIS")
	Soyombo                = rangeTable(new(RangeTable), "wymCkF")
	Sundanese              = rangeTable(new(RangeTable), "g8G+DhIO")
	Syloti_Nagri           = rangeTable(new(RangeTable), "ggqB4C")
	Syriac                 = rangeTable(new(RangeTable), "g4BaC2DDExIU")
	Tagalog                = rangeTable(new(RangeTable), "g4FqBKA")
	Tagbanwa               = rangeTable(new(RangeTable), "g7FYCECC")
	Tai_Le                 = rangeTable(new(RangeTable), "wqG6BDI")
	Tai_Tham               = rangeTable(new(RangeTable), "gxG8DC4BDUHSHa")
	Tai_Viet               = rangeTable(new(RangeTable), "g0qBkEZI")
	Takri                  = rangeTable(new(RangeTable), "g0lCyDHS")
	Tamil                  = rangeTable(new(RangeTable), "i8CCCKEECGECCDCBDEBDEBCEWFIEECGDDHPoBm+kCiDOA")
	Tangsa                 = rangeTable(new(RangeTable), "wz6C8ECS")
	Tangut                 = rangeTable(new(RangeTable), "g/7CDgBBs/LJ+vBhQQ")
	Telugu                 = rangeTable(new(RangeTable), "ggDYCECsBCeDQCECGICCEDDDBEDSIQ")
	Thaana                 = rangeTable(new(RangeTable), "g8BiD")
	Thai                   = rangeTable(new(RangeTable), "hwDyDG2B")
	Tibetan                = rangeTable(new(RangeTable), "g4DuECmCFsCCmCCcCMFC")
	Tifinagh               = rangeTable(new(RangeTable), "wpLuDICPA")
	Tirhuta                = rangeTable(new(RangeTable), "gklCuEJS")
	Toto                   = rangeTable(new(RangeTable), "w04D8B")
	Ugaritic               = rangeTable(new(RangeTable), "g8gC6BCA")
	Vai                    = rangeTable(new(RangeTable), "gopB2S")
	Vithkuqi               = rangeTable(new(RangeTable), "wrhCUCcCMCCCUCcCMCC")
	Wancho                 = rangeTable(new(RangeTable), "g24DyDGA")
	Warang_Citi            = rangeTable(new(RangeTable), "glmCkFNA")
	Yezidi                 = rangeTable(new(RangeTable), "g0jCyCCEDC")
	Yi                     = rangeTable(new(RangeTable), "ggoB4oCEsD")
	Zanabazar_Square       = rangeTable(new(RangeTable), "gwmCuE")
)

// Scripts has the sets of the scripts by their names.
var Scripts = map[string]*RangeTable{
	"Adlam":                  Adlam,
	"Ahom":                   Ahom,
	"Anatolian_Hieroglyphs":  Anatolian_Hieroglyphs,
	"Arabic":                 Arabic,
	"Armenian":               Armenian,
	"Avestan":                Avestan,
	"Balinese":               Balinese,
	"Bamum":                  Bamum,
	"Bassa_Vah":              Bassa_Vah,
	"Batak":                  Batak,
	"Bengali":                Bengali,
	"Bhaiksuki":              Bhaiksuki,
	"Bopomofo":               Bopomofo,
	"Brahmi":                 Brahmi,
	"Braille":                Braille,
	"Buginese":               Buginese,
	"Buhid":                  Buhid,
	"Canadian_Aboriginal":    Canadian_Aboriginal,
	"Carian":                 Carian,
	"Caucasian_Albanian":     Caucasian_Albanian,
	"Chakma":                 Chakma,
	"Cham":                   Cham,
	"Cherokee":               Cherokee,
	"Chorasmian":             Chorasmian,
	"Common":                 Common,
	"Coptic":                 Coptic,
	"Cuneiform":              Cuneiform,
	"Cypriot":                Cypriot,
	"Cypro_Minoan":           Cypro_Minoan,
	"Cyrillic":               Cyrillic,
	"Deseret":                Deseret,
	"Devanagari":             Devanagari,
	"Dives_Akuru":            Dives_Akuru,
	"Dogra":                  Dogra,
	"Duployan":               Duployan,
	"Egyptian_Hieroglyphs":   Egyptian_Hieroglyphs,
	"Elbasan":                Elbasan,
	"Elymaic":                Elymaic,
	"Ethiopic":               Ethiopic,
	"Georgian":               Georgian,
	"Glagolitic":             Glagolitic,
	"Gothic":                 Gothic,
	"Grantha":                Grantha,
	"Greek":                  Greek,
	"Gujarati":               Gujarati,
	"Gunjala_Gondi":          Gunjala_Gondi,
	"Gurmukhi":               Gurmukhi,
	"Han":                    Han,
	"Hangul":                 Hangul,
	"Hanifi_Rohingya":        Hanifi_Rohingya,
	"Hanunoo":                Hanunoo,
	"Hatran":                 Hatran,
	"Hebrew":                 Hebrew,
	"Hiragana":               Hiragana,
	"Imperial_Aramaic":       Imperial_Aramaic,
	"Inherited":              Inherited,
	"Inscriptional_Pahlavi":  Inscriptional_Pahlavi,
	"Inscriptional_Parthian": Inscriptional_Parthian,
	"Javanese":               Javanese,
	"Kaithi":                 Kaithi,
	"Kannada":                Kannada,
	"Katakana":               Katakana,
	"Kawi":                   Kawi,
	"Kayah_Li":               Kayah_Li,
	"Kharoshthi":             Kharoshthi,
	"Khitan_Small_Script":    Khitan_Small_Script,
	"Khmer":                  Khmer,
	"Khojki":                 Khojki,
	"Khudawadi":              Khudawadi,
	"Lao":                    Lao,
	"Latin":                  Latin,
	"Lepcha":                 Lepcha,
	"Limbu":                  Limbu,
	"Linear_A":               Linear_A,
	"Linear_B":               Linear_B,
	"Lisu":                   Lisu,
	"Lycian":                 Lycian,
	"Lydian":                 Lydian,
	"Mahajani":               Mahajani,
	"Makasar":                Makasar,
	"Malayalam":              Malayalam,
	"Mandaic":                Mandaic,
	"Manichaean":             Manichaean,
	"Marchen":                Marchen,
	"Masaram_Gondi":          Masaram_Gondi,
	"Medefaidrin":            Medefaidrin,
	"Meetei_Mayek":           Meetei_Mayek,
	"Mende_Kikakui":          Mende_Kikakui,
	"Meroitic_Cursive":       Meroitic_Cursive,
	"Meroitic_Hieroglyphs":   Meroitic_Hieroglyphs,
	"Miao":                   Miao,
	"Modi":                   Modi,
	"Mongolian":              Mongolian,
	"Mro":                    Mro,
	"Multani":                Multani,
	"Myanmar":                Myanmar,
	"Nabataean":              Nabataean,
	"Nag_Mundari":            Nag_Mundari,
	"Nandinagari":            Nandinagari,
	"New_Tai_Lue":            New_Tai_Lue,
	"Newa":                   Newa,
	"Nko":                    Nko,
	"Nushu":                  Nushu,
	"Nyiakeng_Puachue_Hmong": Nyiakeng_Puachue_Hmong,
	"Ogham":                  Ogham,
	"Ol_Chiki":               Ol_Chiki,
	"Old_Hungarian":          Old_Hungarian,
	"Old_Italic":             Old_Italic,
	"Old_North_Arabian":      Old_North_Arabian,
	"Old_Permic":             Old_Permic,
	"Old_Persian":            Old_Persian,
	"Old_Sogdian":            Old_Sogdian,
	"Old_South_Arabian":      Old_South_Arabian,
	"Old_Turkic":             Old_Turkic,
	"Old_Uyghur":             Old_Uyghur,
	"Oriya":                  Oriya,
	"Osage":                  Osage,
	"Osmanya":                Osmanya,
	"Pahawh_Hmong":           Pahawh_Hmong,
	"Palmyrene":              Palmyrene,
	"Pau_Cin_Hau":            Pau_Cin_Hau,
	"Phags_Pa":               Phags_Pa,
	"Phoenician":             Phoenician,
	"Psalter_Pahlavi":        Psalter_Pahlavi,
	"Rejang":                 Rejang,
	"Runic":                  Runic,
	"Samaritan":              Samaritan,
	"Saurashtra":             Saurashtra,
	"Sharada":                Sharada,
	"Shavian":                Shavian,
	"Siddham":                Siddham,
	"SignWriting":            SignWriting,
	"Sinhala":                Sinhala,
	"Sogdian":                Sogdian,
	"Sora_Sompeng":           Sora_Sompeng,
	"Soyombo":                Soyombo,
	"Sundanese":              Sundanese,
	"Syloti_Nagri":           Syloti_Nagri,
	"Syriac":                 Syriac,
	"Tagalog":                Tagalog,
	"Tagbanwa":               Tagbanwa,
	"Tai_Le":                 Tai_Le,
	"Tai_Tham":               Tai_Tham,
	"Tai_Viet":               Tai_Viet,
	"Takri":                  Takri,
	"Tamil":                  Tamil,
	"Tangsa":                 Tangsa,
	"Tangut":                 Tangut,
	"Telugu":                 Telugu,
	"Thaana":                 Thaana,
	"Thai":                   Thai,
	"Tibetan":                Tibetan,
	"Tifinagh":               Tifinagh,
	"Tirhuta":                Tirhuta,
	"Toto":                   Toto,
	"Ugaritic":               Ugaritic,
	"Vai":                    Vai,
	"Vithkuqi":               Vithkuqi,
	"Wancho":                 Wancho,
	"Warang_Citi":            Warang_Citi,
	"Yezidi":                 Yezidi,
	"Yi":                     Yi,
	"Zanabazar_Square":       Zanabazar_Square,
}

// The sets of the properties.
var (
	ASCII_Hex_Digit                    = rangeTable(new(RangeTable), "wBSIKbK")
	Bidi_Control                       = rangeTable(new(RangeTable), "8wBDyvGBDbBG4BG")
	Dash                               = rangeTable(new(RangeTable), "tBD9qB0BDiyDmgBDqgCBI+BDoBQDnMlgDDDgBCFDd/NDUwDDxszBBDmBLDqFg9DA")
	Deprecated                         = rangeTable(new(RangeTable), "pKDqpBkoCDCqhCCmmCK6VC3m3bA")
	Diacritic                          = rangeTable(new(RangeTable), "+CDCoCDHFDDBD4PB6JCOGKSCFDKBD+HBGyGD4BBeC0BCDCBDCnEOFCnECFCEEkC0B8CU7BUjBC/DOqBSR2B+BDREGdDrCRDvDRDvDRDwBBC9BDRID4DvDDRvDDRuDCRF9DBICDsDOIsCCcFCFCjCECC/BDxDCCpBCFIaMCDLBDiWBC1dC0FUKD8KBC6JODDxBBaDUpDDQnBQ3BCrEChCKzCwBFDHDEzB8D6CWmBU+NDCBCMEOEOEOCxnDE+JD7PBIqDGgDDzrdNCCDdBDzCBDPBgCnDEuDCrGDcBgB6BGlBDgDNDlB2EEiCG0BDlDBGKEhECx5TDiYBcvIDCwBDuBBDkC9XDglBBICyCCQrZC8RK2OEnCUyBGhGDqBpCC5DC/BDtCKEpDCzFCyCDRZMEIuGDE8DC8HC/DD3DBD0DuICjICFD9E0CDTyCDmNjIDCBDyCw1Fc70NI8BM5iBgBxCC//PGCMCCi4H6CDsBhREEKJODMfGj0D6DjGM4LD+BBEhvBMuDECE")
	Extender                           = rangeTable(new(RangeTable), "3FD5QBDvb6ND7axXDgEkqCD5BkTDvMlCDq8EsBIoDC+CE34bD3vBjeDXqEDtDWC8jVAxgCC7+CDpTBCwmBDqlUBD9kBBDC5qcCngCE")
	Hex_Digit                          = rangeTable(new(RangeTable), "wBSIKbKq1/BSIKbK")
	Hyphen                             = rangeTable(new(RangeTable), "tBDgE9mBD8zEqgCCmwDDkXorzBDqF4CA")
	IDS_Binary_Operator                = rangeTable(new(RangeTable), "w/LCDO")
	IDS_Trinary_Operator               = rangeTable(new(RangeTable), "y/LC")
	Ideographic                        = rangeTable(new(RangeTable), "mgMCaQPEme+7MhC+/oBhoW6WDyGrodDcBs/LJqtCrBQojJ2YloT+tzChByjIH6NDioLPgzOghD6hBjvB00JG+lI")
	Join_Control                       = rangeTable(new(RangeTable), "sgIC")
	Logical_Order_Exception            = rangeTable(new(RangeTable), "gyDI8DIx3CEDD7nkBBDDCC")
	Noncharacter_Code_Point            = rangeTable(new(RangeTable), "wu/B+BvQC///BC///BC///BC///BC///BC///BC///BC///BC///BC///BC///BC///BC///BC///BC///BC///BC")
	Other_Alphabetic                   = rangeTable(new(RangeTable), "laDrTBYCDCBDCBDCpCUxBYCMRDmDBKFGDCFDkBfenDUmDCEQCECGoFWEMHmB3BCDcCCGELCeE7BMDCDCLDLBDeBC7BIFCDCFDfBDEME7BOCECCWCXEFE7BMDCDCKCLCfD8BBGEECELDpBBG6BMCECEJCMCeE7BMCECEJCMCQDNBE7BMCECELDLBDeBCsCKCDCBMTC+BDDBKTDkDDKCCRDkFBiBKUCmCvDWCDDBEYGFECEDMEGOWCDLBE1zBCfCfCfCjCkB9FCjBD3DBUFQ/GI6BSDmBrCCMEyBIxBc9BEfQDC6BUzBkBxNai2BmD3nC+B1jeOjBCjLDJYI5CCzBeCD6BnBIdWuBGxBWmBDkCBYNDJBDuBBCzBDCBCDCGDtBBGGDuHBM05TA4iCIn0BECCGG1YGkMC0KE2BauBCMEuBQKD+BBClBWTC6BExBYPC9CQDDHDD+EBQYG7BMDCDCLDLBDyGBWCErDiBuHMDMeCzCcCDrDBSoDaiIY4HKCCDCEDCvEMDKFDdBQrBICGTUvBa4MOCM0CqBCa7DKEDCBDCBCCDEjCICCCG9KGKCCDxBBKEEvgUDCBqDIG+CCtlTDi7IBKCgBDMCCCIlDD4lCp/ByBHyBHyB")
	Other_Default_Ignorable_Code_Point = rangeTable(new(RangeTable), "vaDwwDBD0yBBDwlC/nED8xzBwCQoggaDCB4BhD+HxH+gH")
	Other_Grapheme_Extend              = rangeTable(new(RangeTable), "+tCDZnLDZnDDZrHDTBDoDZD4DQD2qD3mBDihEBDv7zBBA/8EDZ5KDNyHDhc1huBDJBGu1rY+F")
	Other_ID_Continue                  = rangeTable(new(RangeTable), "3FDwWi/DQpzBA")
	Other_ID_Start                     = rangeTable(new(RangeTable), "lkGCykCDWt7DC")
	Other_Lowercase                    = rangeTable(new(RangeTable), "qFDQ2PQICfIhDD1BisDDwhDB6DODjBBmCyVDORY0GexayBz8BC/weCzGDiEBCECjbGKA3gXDDBCCyCCQ2j2B6D")
	Other_Math                         = rangeTable(new(RangeTable), "+CDybBCDDbBDDBDhhHcEMDhBBEZCPCiCYFDEBDFBGTDFDSCDEBGHDEBDDBDCBCCKEGGIsCIDGCCCCCDCBGDCFCFiBDCCDCBKCDHBDjJBEpFCCDZSD+NBDNBOGIGCDCEIPDCDKZC6BDCeGKC3KCgBS0MqBgCGhBCkj1BDCFD0GCAim1BoFCsECCDDDBDDBECWCDCBKCgECGDOCMC2BCGCICDEBKCmVDwBCwBC8BCwBC8BCwBC8BCwBC8BCwBCODiDhwFGC0BCCCDDCSCGCDCHDFCFCBCCCCDDCJCBDCDGCMCGCGCDCBQCgBGECICgB")
	Other_Uppercase                    = rangeTable(new(RangeTable), "grIenayBhjzDyBHyBHyB")
	Pattern_Syntax                     = rangeTable(new(RangeTable), "hBcLMbGCDbBEjBMCDCBFCBFFEDYgBD54HBsBJcDkBCSyJ+sBhFqnBf2mChQ+HiMEFwBQDuozBBDmIBA")
	Pattern_White_Space                = rangeTable(new(RangeTable), "JITDlDp8HCZC")
	Prepended_Concatenation_Mark       = rangeTable(new(RangeTable), "gwBK4GDyBhMCxCA7+hCDQ")
	Quotation_Mark                     = rangeTable(new(RangeTable), "iBDFkEDQ96HOaCowDDqOBEOEixzBG+FDF7CC")
	Radical                            = rangeTable(new(RangeTable), "g0LyBCwFNqN")
	Regional_Indicator                 = rangeTable(new(RangeTable), "mv8DyB")
	Sentence_Terminal                  = rangeTable(new(RangeTable), "hBDNRDqqB0EE1FDsBBC3HD+BCDEBDmJBDl3BBD3YFCmYDnGBDtGGD7JBDjLBEvFCDCeC9FCiCC9dCKElvDDOXCuND9ndvICkHDE/LC3CCgDD5EBD0EBCxEC6HDnzUECqFDNRDiC13CC+nBItBG+FC2DGgEEiECHDRBD5CBDCBDtDiNC2LCGcqDC6HEmQDC8HC4CClNC1VCrCCq5SCmEDiCBDM0aDnwTpvHA")
	STerm                              = Sentence_Terminal
	Soft_Dotted                        = rangeTable(new(RangeTable), "pDClGD6IfD1BVDhKjDDCqoGD0BODElED+EmND3GBDz5Cm9pDCzBCzBCzBCzBCzBCzBCzBCzBCzBCzBCzBCzBCnkCDyJBDb")
	Terminal_Punctuation               = rangeTable(new(RangeTable), "hBDLCDMBDE/ZDJiQD6BpCDPCE1FDsBBSCDsHBD3BBagBDmIBD1nBBDtFFK4JC2YOmYD9DBCoCC+EEEDoBBEDC7JCjLGvFCCEeC9FI/BC9dCKElvDDOFDLCCECtNC8ndCuIEkHI/LC3CCgDD4EBC0EEgEDRBD6HlzUECGqFDLCDMBDEiCDD7hBDxBnkBDoG3JC5EKlCK6CG5dItBG+FMxDGgEEiECHDRBD5CBGtDDiNBCNCnLGEcqDC6HEmQDC8HC4CCFC/MEuBDmUBDrCBDspBBG6vRCmEDiCBCLDzaBDnwTovHG")
	Unified_Ideograph                  = rangeTable(new(RangeTable), "ggN+7MhC+/oBvwWCCDCBDLCDCBDDBC3uhC+tzChByjIH6NDioLPgzOghF00JG+lI")
	Variation_Selector                 = rangeTable(new(RangeTable), "rgGECDxv5BBcx3ga+O")
	White_Space                        = rangeTable(new(RangeTable), "JITDlDbDgvFgsCUeCGDwBh9DA")
)

// Properties has the sets of the properties by their names.
var Properties = map[string]*RangeTable{
	"ASCII_Hex_Digit":                    ASCII_Hex_Digit,
	"Bidi_Control":                       Bidi_Control,
	"Dash":                               Dash,
	"Deprecated":                         Deprecated,
	"Diacritic":                          Diacritic,
	"Extender":                           Extender,
	"Hex_Digit":                          Hex_Digit,
	"Hyphen":                             Hyphen,
	"IDS_Binary_Operator":                IDS_Binary_Operator,
	"IDS_Trinary_Operator":               IDS_Trinary_Operator,
	"Ideographic":                        Ideographic,
	"Join_Control":                       Join_Control,
	"Logical_Order_Exception":            Logical_Order_Exception,
	"Noncharacter_Code_Point":            Noncharacter_Code_Point,
	"Other_Alphabetic":                   Other_Alphabetic,
	"Other_Default_Ignorable_Code_Point": Other_Default_Ignorable_Code_Point,
	"Other_Grapheme_Extend":              Other_Grapheme_Extend,
	"Other_ID_Continue":                  Other_ID_Continue,
	"Other_ID_Start":                     Other_ID_Start,
	"Other_Lowercase":                    Other_Lowercase,
	"Other_Math":                         Other_Math,
	"Other_Uppercase":                    Other_Uppercase,
	"Pattern_Syntax":                     Pattern_Syntax,
	"Pattern_White_Space":                Pattern_White_Space,
	"Prepended_Concatenation_Mark":       Prepended_Concatenation_Mark,
	"Quotation_Mark":                     Quotation_Mark,
	"Radical":                            Radical,
	"Regional_Indicator":                 Regional_Indicator,
	"STerm":                              STerm,
	"Sentence_Terminal":                  Sentence_Terminal,
	"Soft_Dotted":                        Soft_Dotted,
	"Terminal_Punctuation":               Terminal_Punctuation,
	"Unified_Ideograph":                  Unified_Ideograph,
	"Variation_Selector":                 Variation_Selector,
	"White_Space":                        White_Space,
}

// FoldCategory has what is not in a category itself but is the same without regard to case as something that is.
var FoldCategory = map[string]*RangeTable{
	"L":  rangeTable(new(RangeTable), "laA"),
	"Ll": rangeTable(new(RangeTable), "hCyBmDsBCMiBvBCEFCDPCDvBCBFCECCDCBDCBCDGCCCEECCCCFCBDCDDCBDCBCCDCBDEICCCCCCPCDRCDCCDCBCC5BCICCCDDCBECHC3HDrBCDEJDHCECDCBDCBeCQkBDJCVCGDDCCDkDxBhBCK3BCBNCD/CCDqCq6CqCCDGzWqF7kC0CDEhK1ECKhDCKOJKLOJOJKMHCJOZOJOJOJIMIMGNIMIqJDEBDHxCD9zCB8CxBDCBCDHCBECDDJEChDCJDCFDuqeCrBCUbCoENCE9BCLFCBJCFDCDDCEVCBGCICPCBECDHGDCdDs5VBwBmmBuCpEmC9EUCcCMCCr3BkDu/C+BhsV+Bh1eiC"),
	"Lt": rangeTable(new(RangeTable), "kODCBDCBDClBDCtsHOJOJOMDQwBA"),
	"Lu": rangeTable(new(RangeTable), "hDyB7BDqBBsBCOCvBCEFCDPCDtBCDFCBCDDCDDEGDDECEDDCDCDDFDDECDDEDCGCCCCCCPCBTCDCCDEClBCERCJDDBDCFJCBICCCDCBDEBFCBDCBGDDCBDDIDDCCEKGDLBDnFsBDCEDEBCvBGC6BCCEECXCBGCFD1B+CChBCK1BCDNCBhDCyBqCq6C0CDE5XKjkCQxHDERDzDCzECGDGC9CCBOJKLOJOJKMHCJOJazBCNDSBDPBDEpLD2Bs1C+CCDEBHCHDDLjDCJDCFDNBoCCDG0oetBCUbCoENCE9BCLDCDJCFDFCCDTCMPCFDCHDGCDd9aDdB8Ei8UyBumBuCpEmC8EUCcCMCCk4BkDu+C+BhsV+Bj1eiC"),
	"M":  rangeTable(new(RangeTable), "5cDgBlgHA"),
	"Mn": rangeTable(new(RangeTable), "5cDgBlgHA"),
}

// FoldScript has what is not in a script itself but is the same without regard to case as something that is.
var FoldScript = map[string]*RangeTable{
	"Common":    rangeTable(new(RangeTable), "8cDgB"),
	"Greek":     rangeTable(new(RangeTable), "1FDwU"),
	"Inherited": rangeTable(new(RangeTable), "5cDgBlgHA"),
}
